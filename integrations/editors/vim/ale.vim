" For ALE: in ~/.vim/plugin/, or sourced from ~/.vimrc.
" :ALECodeAction offers the fixes. ALE starts a clangd only where it sees a
" project, such as by compile_commands.json or .git above the file.
let g:ale_cpp_clangd_executable = 'corolint-clangd-19'
let g:ale_c_clangd_executable = 'corolint-clangd-19'
" Without this line ALE runs compilers and clang-tidy as well.
let g:ale_linters = extend(get(g:, 'ale_linters', {}), {'cpp': ['clangd'], 'c': ['clangd']})
