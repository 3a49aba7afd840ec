" For YouCompleteMe: in ~/.vimrc, before the plugin is loaded.
" :YcmCompleter FixIt offers the fixes.
let g:ycm_clangd_binary_path = exepath('corolint-clangd-19')
