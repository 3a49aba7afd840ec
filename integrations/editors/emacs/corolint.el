;;; corolint.el --- Settings for Eglot and lsp-mode  -*- lexical-binding: t; -*-

;; Load it from init.el. Eglot is part of Emacs 29; before, it is a package.
;; `M-x eglot-code-actions' (lsp-mode: `M-x lsp-execute-code-action') offers the fixes.

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((c++-mode c++-ts-mode c-mode c-ts-mode) . ("corolint-clangd-19"))))

(with-eval-after-load 'lsp-clangd
  (setq lsp-clients-clangd-executable "corolint-clangd-19"))

;; Who uses lsp-mode hooks `lsp' here instead.
(when (locate-library "eglot")
  (autoload 'eglot-ensure "eglot")
  (dolist (hook '(c++-mode-hook c++-ts-mode-hook))
    (add-hook hook #'eglot-ensure)))

;;; corolint.el ends here
