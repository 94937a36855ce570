# A Debian package of what is installed: `cpack --config build/release/CPackConfig.cmake`, or installer/bootstrap.sh package.
set(PATINA_PACKAGE_CONTACT "Patina <patina@localhost>" CACHE STRING "Maintainer field of the Debian package")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME patina)
set(CPACK_PACKAGE_VENDOR Patina)
set(CPACK_PACKAGE_CONTACT ${PATINA_PACKAGE_CONTACT})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "workbench for visual surface inspection")
set(CPACK_PACKAGE_DESCRIPTION
  "Patina finds defects on surfaces after seeing good parts only. It trains a
PatchCore model in bounded memory on images of any size, marks what deviates,
and tells defects from harmless impurities in every figure it gives.
.
The package holds the window (patina) and the command line (patina-cli). The
pretrained network that training starts from is not part of it; see
patina-cli backbone import --help.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
# The libraries, as they are linked; with Qt's come its platform plugins and the reader of SVG.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Any BLAS would do to link; the reference one, which apt would pick, is many times slower.
set(CPACK_DEBIAN_PACKAGE_DEPENDS libopenblas0-openmp)
# Wayland, Qt's own texts in the user's language, letters of Chinese and Japanese.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, qt6-translations-l10n, fonts-noto-cjk")
# Several machines; fetching the default network.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "openmpi-bin, python3-pip")
include(CPack)
