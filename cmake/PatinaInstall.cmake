# What `cmake --install` lays down, in the folders of GNUInstallDirs. Translations and icons are inside the programs.
include(GNUInstallDirs)

set(PATINA_DOCDIR ${CMAKE_INSTALL_DATAROOTDIR}/doc/patina)

# Manual pages lie compressed, as Debian wants them; without gzip as they are.
find_program(GZIP_PROGRAM gzip)
function(patina_install_manual page)
  set(source ${PROJECT_SOURCE_DIR}/docs/man/${page})
  if(GZIP_PROGRAM)
    set(packed ${PROJECT_BINARY_DIR}/man/${page}.gz)
    file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/man)
    execute_process(COMMAND ${GZIP_PROGRAM} -9nc ${source} OUTPUT_FILE ${packed} COMMAND_ERROR_IS_FATAL ANY)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
    set(source ${packed})
  endif()
  install(FILES ${source} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endfunction()

install(TARGETS patina-cli RUNTIME)
patina_install_manual(patina-cli.1)
install(FILES ${PROJECT_SOURCE_DIR}/README.md DESTINATION ${PATINA_DOCDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs DESTINATION ${PATINA_DOCDIR} PATTERN man EXCLUDE)
install(FILES ${PROJECT_SOURCE_DIR}/resources/desktop/copyright DESTINATION ${PATINA_DOCDIR})
# Of the libraries that are compiled in, which is all that a copy of theirs asks for.
foreach(library libfaiss libsqlitecpp libcli11 nlohmann-json3 libexpected)
  install(FILES /usr/share/doc/${library}-dev/copyright DESTINATION ${PATINA_DOCDIR}/licences RENAME ${library} OPTIONAL)
endforeach()
add_custom_target(installable COMMENT "What is installed" DEPENDS patina-cli)

if(TARGET patina)
  set(desktop ${PROJECT_SOURCE_DIR}/resources/desktop)
  set(metainfo local.patina.Patina.metainfo.xml)
  configure_file(${desktop}/${metainfo}.in ${PROJECT_BINARY_DIR}/${metainfo} @ONLY)
  install(TARGETS patina RUNTIME)
  patina_install_manual(patina.1)
  install(FILES ${desktop}/patina.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${desktop}/patina-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME patina.xml)
  install(FILES ${PROJECT_BINARY_DIR}/${metainfo} DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/hicolor DESTINATION ${CMAKE_INSTALL_DATADIR}/icons)
  install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/patina.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
  add_dependencies(installable patina)
endif()
