# Run by CPack for what it is about to pack, a folder for each component: adds
# what Debian wants of every package.
cmake_policy(VERSION 3.25)
find_program(gzip gzip REQUIRED)

function(compressed file)
  execute_process(COMMAND ${gzip} -9n ${file} COMMAND_ERROR_IS_FATAL ANY)
  file(CHMOD ${file}.gz PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
endfunction()

file(READ ${CMAKE_CURRENT_LIST_DIR}/changelog changelog)
if(NOT changelog MATCHES "^corolint \\(([^)]*)\\)" OR
   NOT CMAKE_MATCH_1 STREQUAL CPACK_PACKAGE_VERSION)
  message(FATAL_ERROR "packaging/debian/changelog speaks of ${CMAKE_MATCH_1}, "
    "CMakeLists.txt of ${CPACK_PACKAGE_VERSION}")
endif()

foreach(component ${CPACK_COMPONENTS_ALL})
  string(TOUPPER ${component} key)
  set(share ${CPACK_TEMPORARY_DIRECTORY}/${component}/usr/share)
  set(documentation ${share}/doc/${CPACK_DEBIAN_${key}_PACKAGE_NAME})
  file(COPY ${CMAKE_CURRENT_LIST_DIR}/copyright ${CMAKE_CURRENT_LIST_DIR}/changelog
    DESTINATION ${documentation}
    FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
  compressed(${documentation}/changelog)
  # Where Debian's zsh looks for what packages bring.
  if(EXISTS ${share}/zsh/site-functions)
    file(RENAME ${share}/zsh/site-functions ${share}/zsh/vendor-completions)
  endif()
  file(GLOB pages ${share}/man/man1/*.1)
  foreach(page ${pages})
    compressed(${page})
  endforeach()
endforeach()
