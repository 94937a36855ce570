#include "tests/support/fake_engine.h"
#include "ui/application.h"

int main(int argc, char **argv)
{
    using namespace patina::testing;
    return patina::runApplication(argc, argv, createFakeEngine(std::make_shared<FakeBehaviour>()));
}
