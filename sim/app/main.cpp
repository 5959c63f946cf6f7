#include "sim/app/application.hpp"
#include "sim/base/huge_pages.hpp"

int main(int argc, char** argv) {
    canopy::keep_freed_memory();
    return canopy::app::run_application(argc, argv);
}
