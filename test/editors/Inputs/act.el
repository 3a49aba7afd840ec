;;; act.el --- What one does in Emacs  -*- lexical-binding: t; -*-

;; Look at the diagnostics, choose a fix, save.
;; The file is the last word of the command line.

(require 'cl-lib)
(require 'json)

(defvar limit (string-to-number (getenv "LIMIT")))

(defun findings ()
  "The diagnostics of our checks.
A note is one of its own where the client knows of no related places."
  (cl-remove-if-not
   (lambda (each) (string-prefix-p "coro-" (or (plist-get (said each) :code) "")))
   (flymake-diagnostics)))

(defun said (diagnostic)
  "What the server said of DIAGNOSTIC."
  (cdr (assoc 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))))

(defun seen (diagnostic)
  "DIAGNOSTIC as $SEEN has it, where it is shown."
  (save-excursion
    (goto-char (flymake-diagnostic-beg diagnostic))
    `((line . ,(line-number-at-pos))
      (column . ,(1+ (string-bytes (buffer-substring-no-properties (line-beginning-position) (point)))))
      (check . ,(plist-get (said diagnostic) :code))
      (message . ,(plist-get (said diagnostic) :message)))))

(defun wait-for (count)
  "The findings, when there are COUNT of them, or when patience ends."
  (let ((end (+ (float-time) limit)))
    (while (and (/= (length (findings)) count) (< (float-time) end))
      (accept-process-output nil 0.05))
    (vconcat (mapcar #'seen (findings)))))

(defun take (title)
  "Choose the code action TITLE at point from what Emacs offers."
  (let ((last-nonmenu-event ?x)
        (completing-read-function
         (lambda (_prompt offered &rest _)
           (or (car (assoc title offered))
               (error "Offered: %s" (mapcar #'car offered))))))
    (call-interactively #'eglot-code-actions)))

(defun act ()
  (setq make-backup-files nil
        eglot-sync-connect limit
        eglot-connect-timeout limit
        jsonrpc-default-request-timeout limit)
  (find-file (car command-line-args-left))
  (setq command-line-args-left nil)
  ;; In batch mode there are no commands after which `eglot-ensure' would connect.
  (run-hooks 'post-command-hook)
  (let ((opened (wait-for 2)))
    (goto-char (apply #'min (mapcar #'flymake-diagnostic-beg (findings))))
    (take (getenv "FIX"))
    (save-buffer)
    (let ((fixed (wait-for 1)))
      (with-temp-file (getenv "SEEN")
        (insert (json-encode `((opened . ,opened) (fixed . ,fixed)))))))
  (eglot-shutdown-all))
