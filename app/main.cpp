#include "core/base/system.h"
#include "ui/application.h"
#include "ui/jobs/core_engine.h"

int main(int argc, char **argv)
{
    patina::tameLibraries(argv);
    return patina::runApplication(argc, argv, patina::createCoreEngine());
}
