#pragma once

#include "core/base/job_context.h"

#include <opencv2/core.hpp>

#include <vector>

namespace patina {

/// Whether either label has as many groups as there are folds, and both are among the rows that each fold trains on.
/// Where they are not, the ones left out are told from others by which of them are missing: AUROC comes out near 0.
/// \param groups of the rows, 0 or above, as those of crossValidatedLogOdds().
bool canCrossValidate(const std::vector<int> &labels, const std::vector<int> &groups, int folds);

/// Scores of rows by a logistic regression that has not seen them: rows are dealt to folds by their groups, and each
/// fold is scored by a model of the others. Columns are standardised by the training rows; an L2 penalty of `ridge`
/// times the number of training rows / 1000 keeps it from following single rows; solved by Newton's method (iteratively
/// reweighted least squares: McCullagh and Nelder 1989), which needs no step size, where gradient descent stops
/// wherever it is left. \param rows n x d, CV_64FC1. \param labels 0 or 1. \param groups of the rows. \param folds at
/// least 2. \returns log odds of label 1, as rows; none where it was cancelled.
std::vector<double> crossValidatedLogOdds(const cv::Mat &rows, const std::vector<int> &labels,
                                          const std::vector<int> &groups, int folds, double ridge = 1.0,
                                          const JobContext &context = {});

} // namespace patina
