-- In ~/.config/nvim/plugin/. No plugin is needed, but nvim-lspconfig may be there.

local settings = {
  name = 'clangd',
  cmd = { 'corolint-clangd-19' },
  filetypes = { 'c', 'cpp', 'objc', 'objcpp', 'cuda' },
  root_markers = { '.clangd', '.corolint.yaml', 'compile_commands.json', 'compile_flags.txt', '.git' },
}

-- The nearest folder above a file that has one of the markers, else its own.
local function root_of(file)
  local home = vim.fn.fnamemodify(file, ':p:h')
  local folder = home
  while true do
    for _, marker in ipairs(settings.root_markers) do
      if vim.loop.fs_stat(folder .. '/' .. marker) then
        return folder
      end
    end
    local above = vim.fn.fnamemodify(folder, ':h')
    if above == folder then
      return home
    end
    folder = above
  end
end

-- For Neovim 0.7: one server for each root.
local clients = {}
local function start(root)
  if not clients[root] then
    clients[root] = vim.lsp.start_client({
      name = settings.name,
      cmd = settings.cmd,
      root_dir = root,
      on_exit = function()
        clients[root] = nil
      end,
    })
  end
  return clients[root]
end

if vim.lsp.enable then -- 0.11 and later
  vim.lsp.config(settings.name, {
    cmd = settings.cmd,
    filetypes = settings.filetypes,
    root_markers = settings.root_markers,
  })
  vim.lsp.enable(settings.name)
else
  vim.api.nvim_create_autocmd('FileType', {
    pattern = settings.filetypes,
    callback = function(event)
      local root = root_of(vim.api.nvim_buf_get_name(event.buf))
      if vim.lsp.start then -- 0.8 to 0.10
        vim.lsp.start({ name = settings.name, cmd = settings.cmd, root_dir = root })
      else
        local client = start(root)
        if client then
          vim.lsp.buf_attach_client(event.buf, client)
        end
      end
    end,
  })
end
