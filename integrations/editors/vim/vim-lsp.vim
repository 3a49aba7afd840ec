" For vim-lsp: in ~/.vim/plugin/, or sourced from ~/.vimrc.
" :LspCodeAction offers the fixes.
augroup corolint
  autocmd!
  autocmd User lsp_setup call lsp#register_server({
      \ 'name': 'corolint-clangd',
      \ 'cmd': {server_info -> ['corolint-clangd-19']},
      \ 'allowlist': ['c', 'cpp', 'objc', 'objcpp'],
      \ })
augroup END
