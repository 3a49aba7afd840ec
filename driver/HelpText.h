// What --help prints.

#ifndef COROLINT_DRIVER_HELPTEXT_H
#define COROLINT_DRIVER_HELPTEXT_H

namespace corolint {

inline constexpr char HelpText[] =
    R"(corolint finds mistakes in C++20 coroutines.

usage: corolint [-p BUILD] [FILES...]      files of a compile_commands.json
       corolint [FILES...] -- FLAGS...     files with the flags that follow
                                           (-std=c++20 is the default)
       corolint verify-config [FILES...]   is all configuration good?
       corolint doctor FILES...            what applies to a file, and why
       corolint selftest [-- COMMAND...]   does corolint, or COMMAND, find what
                                           it should?
       corolint demonstrate [CHECK]        runs the examples of a check's page,
                                           and shows what the check and the run
                                           report; alone: lists checks
       corolint baseline create|update|prune ...
                                           keep, renew or shorten the list of
                                           the findings that there are

  -p BUILD                folder of compile_commands.json; by default it is
                          looked for in the folders above the first file (or
                          above this one), and in 'build' in each of them
  FILES                   default: every C++ file of compile_commands.json

  --config=FILE           the project file; by default .corolint.yaml in this
                          folder or the nearest above it

  --checks=GLOBS          comma-separated, '-' in front takes off; comes after
                          those of .corolint.yaml and .clang-tidy
  --list-checks           list the checks that --checks leaves on
  --explain CHECK         print the page of a check
  --why                   add notes: why corolint thinks so
  --knowledge FILE        what a library promises, as YAML; may be repeated;
                          replaces those of .corolint.yaml and .clang-tidy
  --header-filter=REGEX   findings only in headers whose path matches, and in
                          the files themselves; default: .*

  --diff=REF              findings only on lines that are not as in the commit
                          of git where this tree left REF; analyses only files
                          that are changed or include what is
  --line-filter=JSON      findings only on these lines, as clang-tidy takes
                          them: [{"name": "a.cpp", "lines": [[1, 3]]}]
  --baseline=FILE         findings of before, which do not count; default:
                          .corolint-baseline.json of this folder, if it is there
  --baseline-strict       exit code 1 if some of them are gone
  --unused-suppressions   also report NOLINT comments that name one of our
                          checks and suppress nothing
  --fail-on=SEVERITY      exit code 1 for error, warning or never; default:
                          warning, which is also for errors

  --report=FORMAT[=FILE]  text, sarif, sarif-all, github, gitlab, junit,
                          rdjsonl, json or html, to FILE or standard output;
                          may be repeated; by default: text

  --fix                   make the fixes that findings have, in files below this
                          folder

  --extra-arg=ARG         a further argument for the compiler; may be repeated
  --extra-arg-before=ARG  the same, in front of the others

  --jobs=N                files analysed at once; default: the processors there
                          are, fewer if memory is short; also -j N
  --timeout=SECONDS       give up on a file, or an example of demonstrate, after
                          that time
  --max-memory=MB         give up on a file that needs more
  --cache=DIR             where results are kept for the next run; default:
                          $XDG_CACHE_HOME/corolint or ~/.cache/corolint
  --no-cache              neither take results from there nor keep them
  --cache-size=MB         what was not used for long goes when there is more;
                          default: 1024
  --remote-cache=URL      also a cache on a server, by HTTP GET and PUT
  --remote-cache-read-only
                          take results from it, send none
  --parse-bodies          also parse and instantiate the functions of system
                          headers and known libraries; changes no finding
  --parse-all             also parse files of compile_commands.json that cannot
                          have a finding; those you name always are
  --no-shared-headers     do not precompile what many files include first

  --schema                with verify-config: print the JSON schema of
                          .corolint.yaml

  --compiler=COMMAND      with demonstrate: what builds the examples; default:
                          $CXX, else c++, clang++ or g++
  --runtime=DIR           with demonstrate: where the runtime is installed;
                          default: beside corolint

  --quiet                 no summary, and no progress unless asked for
  --progress=HOW          how far the run is, on standard error: plain (a line
                          for each file), json (one object on a line for each
                          event), none; default: auto, which is one line that
                          changes on a terminal, else a line each 30 seconds
  --stats                 figures of the run on standard error: units, cache,
                          time, phases, checks
  --profile=FILE          what took how long, for chrome://tracing or Perfetto
  --help, --version

Exit code: 0 clean, 1 findings, 2 usage or configuration error, 3 some file
could not be analysed (the findings of the others are printed), the selftest
found nothing or an example could not be run, 130 interrupted.
)";

} // namespace corolint

#endif
