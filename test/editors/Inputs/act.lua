-- What one does in Neovim: look at the diagnostics, choose a fix, save.
local limit = tonumber(vim.env.LIMIT) * 1000

local function diagnostics()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    local lsp = (each.user_data or {}).lsp or {}
    table.insert(found, {
      line = each.lnum + 1,
      column = each.col + 1,
      check = tostring(each.code or lsp.code),
      message = each.message,
    })
  end
  return found
end

local function wait_for(count)
  vim.wait(limit, function()
    return #vim.diagnostic.get(0) == count
  end, 50)
  return diagnostics()
end

local function act()
  local seen = { opened = wait_for(2) }
  local first = vim.diagnostic.get(0)[1]
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })

  -- The menu of the editor, with someone who knows what to take.
  local offered, chosen = 'nothing', false
  vim.ui.select = function(items, options, choose)
    offered = table.concat(vim.tbl_map(options.format_item, items), ', ')
    for _, item in ipairs(items) do
      if options.format_item(item) == vim.env.FIX then
        choose(item)
        chosen = true
        return
      end
    end
  end
  vim.lsp.buf.code_action()
  vim.wait(limit, function()
    return chosen
  end, 50)
  assert(chosen, 'offered: ' .. offered)
  vim.cmd('write')
  seen.fixed = wait_for(1)

  local out = assert(io.open(vim.env.SEEN, 'w'))
  out:write(vim.json and vim.json.encode(seen) or vim.fn.json_encode(seen))
  out:close()
end

local done, problem = pcall(act)
if not done then
  print(problem)
  vim.cmd('cquit')
end
vim.cmd('quitall')
