# corolint_embed(OUTPUT <file.cpp> HEADER <include> FUNCTION <name> TYPE <type>
# FILES <files>): generates a function that returns an array of {stem, text}.
include_guard()
set(COROLINT_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed.py)

function(corolint_embed)
  cmake_parse_arguments(EMBED "" "OUTPUT;HEADER;FUNCTION;TYPE" "FILES" ${ARGN})
  add_custom_command(
    OUTPUT ${EMBED_OUTPUT}
    COMMAND python3 ${COROLINT_EMBED_SCRIPT} ${EMBED_OUTPUT} ${EMBED_HEADER}
            ${EMBED_FUNCTION} ${EMBED_TYPE} ${EMBED_FILES}
    DEPENDS ${COROLINT_EMBED_SCRIPT} ${EMBED_FILES}
    COMMENT "Embedding ${EMBED_FUNCTION}"
    VERBATIM)
endfunction()
