#include "app/cli/command_line.h"

namespace patina::cli {

void addCommonOptions(CLI::App &parser, CommandContext &context, std::initializer_list<CommonOption> options)
{
    parser.add_flag("--json", context.json, "One machine-readable object on standard output");
    parser.add_flag("--quiet", context.quiet, "No progress, no notices");
    for (const CommonOption option : options) {
        if (option == CommonOption::Threads)
            parser.add_option("--threads", context.threads, "Threads to use; 0 = all cores")
                ->check(CLI::Range(0, 1024))
                ->capture_default_str();
        else
            parser.add_option("--seed", context.seed, "Seed of everything random")->capture_default_str();
    }
}

} // namespace patina::cli
