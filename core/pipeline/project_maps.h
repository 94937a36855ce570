#pragma once

#include "core/evaluation/project_evaluation.h"
#include "core/pipeline/inspector.h"
#include "core/project/project.h"

namespace patina {

/// Scores the images of a project as they are asked for. An image whose file is another than when it was added is
/// refused: labels would not fit it. Neither is owned; both outlive what comes out.
OpenMap scoredMaps(Inspector &inspector, const Project &project);

/// The request for the images of a project under what it says of the model: thresholds (else the model's own) and
/// policy.
ProjectEvaluationRequest evaluationRequest(Inspector &inspector, const Project &project, ProjectContents contents,
                                           const std::string &reader);

/// Whose decisions an evaluation follows where nobody is named: those of the only reader; empty, of imported masks
/// alone, where there is none. Errors: BadArgument (there are several; says who).
Result<std::string> onlyReader(const ProjectContents &contents);

} // namespace patina
