#include "app/cli/command_line.h"
#include "core/base/system.h"

int main(int argc, char **argv)
{
    using namespace patina::cli;
    patina::tameLibraries(argv);
    CLI::App app("Trains on good parts, scores parts, evaluates what was found.", "patina-cli");
    CommandContext context;
    VerbList verbs;
    addBackboneVerbs(app, context, verbs);
    addBenchVerbs(app, context, verbs);
    addDatasetVerbs(app, context, verbs);
    addTrainVerb(app, context, verbs);
    addMeldVerb(app, context, verbs);
    addScoreVerb(app, context, verbs);
    addEvaluateVerb(app, context, verbs);
    addCompareVerb(app, context, verbs);
    addDriftVerb(app, context, verbs);
    addReportVerb(app, context, verbs);
    addStudyVerb(app, context, verbs);
    addThresholdVerb(app, context, verbs);
    addModelVerbs(app, context, verbs);
    addProjectVerbs(app, context, verbs);
    addSynthVerb(app, context, verbs);
    patina::endProcess(runCommandLine(app, context, verbs, argc, argv));
}
