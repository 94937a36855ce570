# What every target of Patina is compiled with, and the functions that declare targets.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set_property(GLOBAL PROPERTY USE_FOLDERS ON)

# The library that programs and tests load while they run (core/torch); each finds it by its run path.
set(PATINA_PART_DIR ${PROJECT_BINARY_DIR}/lib)
set(CMAKE_BUILD_RPATH ${PATINA_PART_DIR})

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

add_library(patina_options INTERFACE)
target_compile_options(patina_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  $<$<BOOL:${PATINA_WERROR}>:-Werror>
  # Where the processor can fuse a*b+c (arm64), compilers do so by default: features and banks would be other bits.
  -ffp-contract=off
  # GCC 12 sees overlaps, overruns and unset values in std::string and expected that are not there once it optimises
  # (GCC bugs 105651, 105562, 105329). The dev preset, which hardly optimises, keeps these warnings.
  $<$<NOT:$<CONFIG:Debug>>:-Wno-restrict;-Wno-maybe-uninitialized;-Wno-array-bounds;-Wno-stringop-overflow;-Wno-stringop-overread;-Wno-dangling-pointer;-Wno-free-nonheap-object>)
target_include_directories(patina_options INTERFACE ${PROJECT_SOURCE_DIR})
if(PATINA_SANITIZE)
  add_compile_options(-fsanitize=${PATINA_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${PATINA_SANITIZE})
  add_compile_definitions(PATINA_SANITIZED=1)
endif()

# patina_core_library(<folder> SOURCES ... [PUBLIC libs...] [PRIVATE libs...])
# One static library per folder of core: patina_<folder>. LibTorch, FAISS and other engines stay PRIVATE.
function(patina_core_library folder)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(patina_${folder} STATIC ${ARG_SOURCES})
  target_link_libraries(patina_${folder} PUBLIC ${ARG_PUBLIC} PRIVATE patina_options ${ARG_PRIVATE})
endfunction()

# patina_add_test(<name> [SOURCES ...] [LIBRARIES ...] [TIMEOUT seconds])
# A Qt Test program from tst_<name>.cpp beside the calling CMakeLists.txt, registered with ctest as <name>.
function(patina_add_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(tst_${name} tst_${name}.cpp ${ARG_SOURCES})
  set_target_properties(tst_${name} PROPERTIES AUTOMOC ON)
  target_link_libraries(tst_${name} PRIVATE patina_options ${ARG_LIBRARIES} Qt6::Test)
  add_test(NAME ${name} COMMAND tst_${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT}
    # Properties see the same cases in every run, so that a red test is the change's fault; RC_PARAMS=seed=N explores.
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;OMP_NUM_THREADS=2;GOMP_SPINCOUNT=10000;RC_PARAMS=seed=20261124")
endfunction()
