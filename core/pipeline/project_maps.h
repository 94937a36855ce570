#pragma once

#include "core/evaluation/project_evaluation.h"
#include "core/pipeline/inspector.h"
#include "core/project/project.h"

#include <string>
#include <vector>

namespace patina {

/// Scores the images of a project as they are asked for. An image whose file is another than when it was added is
/// refused: labels would not fit it. Neither is owned; both outlive what comes out.
OpenMap scoredMaps(Inspector &inspector, const Project &project);

/// The request for the images of a project under what it says of the model: thresholds (else the model's own) and
/// policy.
ProjectEvaluationRequest evaluationRequest(Inspector &inspector, const Project &project, ProjectContents contents,
                                           const std::string &reader);

/// Who has decided something, or is done with an image, in alphabetical order.
std::vector<std::string> readersWithAWord(const ProjectContents &contents);
/// Whose decisions an evaluation follows: those of `wanted`, or where nobody is named of the only reader; empty, of
/// imported masks alone, where there is none. Errors: BadArgument (there are several; says who), NotFound (nobody of
/// that name has a word in the project).
Result<std::string> readerFor(const ProjectContents &contents, const std::string &wanted);

} // namespace patina
