#include "core/studies/logistic.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <set>

namespace patina {

namespace {

constexpr int mostSteps = 25;
constexpr double smallStep = 1e-6;
constexpr std::int64_t workBetweenPolls = 20'000'000; ///< multiplications: some tens of milliseconds

/// Mean and deviation of each column of some rows.
struct Standard
{
    cv::Mat mean;
    cv::Mat deviation;

    static Standard of(const cv::Mat &rows)
    {
        Standard standard;
        cv::reduce(rows, standard.mean, 0, cv::REDUCE_AVG);
        cv::Mat centred = rows - cv::repeat(standard.mean, rows.rows, 1);
        cv::reduce(centred.mul(centred), standard.deviation, 0, cv::REDUCE_AVG);
        cv::sqrt(standard.deviation, standard.deviation);
        standard.deviation.setTo(1.0, standard.deviation < 1e-9);
        return standard;
    }
    /// With a column of ones behind.
    cv::Mat applied(const cv::Mat &rows) const
    {
        cv::Mat scaled = rows - cv::repeat(mean, rows.rows, 1);
        cv::divide(scaled, cv::repeat(deviation, rows.rows, 1), scaled);
        cv::hconcat(scaled, cv::Mat::ones(rows.rows, 1, CV_64FC1), scaled);
        return scaled;
    }
};

/// a' b, a few columns of a at a time: none where it was cancelled.
cv::Mat productOfTransposed(const cv::Mat &a, const cv::Mat &b, const JobContext &context)
{
    cv::Mat product(a.cols, b.cols, CV_64FC1);
    const std::int64_t workOfColumn = std::int64_t{a.rows} * b.cols;
    const int columns = static_cast<int>(std::clamp<std::int64_t>(workBetweenPolls / workOfColumn, 1, a.cols));
    for (int begin = 0; begin < a.cols; begin += columns) {
        if (context.cancelled())
            return {};
        const cv::Range some(begin, std::min(a.cols, begin + columns));
        cv::Mat part = product.rowRange(some);
        cv::gemm(a.colRange(some), b, 1.0, cv::noArray(), 0.0, part, cv::GEMM_1_T);
    }
    return product;
}

/// Weights of the columns; none where it was cancelled. \param x n x (d + 1).
cv::Mat fitted(const cv::Mat &x, const std::vector<int> &labels, double ridge, const JobContext &context)
{
    cv::Mat weights = cv::Mat::zeros(x.cols, 1, CV_64FC1);
    cv::Mat penalty = cv::Mat::eye(x.cols, x.cols, CV_64FC1) * (ridge * x.rows / 1000.0);
    penalty.at<double>(x.cols - 1, x.cols - 1) = 0.0;
    for (int step = 0; step < mostSteps; ++step) {
        const cv::Mat logOdds = x * weights;
        cv::Mat error(x.rows, 1, CV_64FC1);
        cv::Mat weighted = x.clone();
        for (int i = 0; i < x.rows; ++i) {
            const double p = 1.0 / (1.0 + std::exp(-logOdds.at<double>(i)));
            error.at<double>(i) = labels[static_cast<std::size_t>(i)] - p;
            weighted.row(i) *= std::max(1e-6, p * (1.0 - p));
        }
        const cv::Mat gradient = x.t() * error - penalty * weights;
        const cv::Mat curvature = productOfTransposed(x, weighted, context);
        if (curvature.empty())
            return {};
        cv::Mat change;
        if (!cv::solve(curvature + penalty, gradient, change, cv::DECOMP_CHOLESKY))
            break;
        weights += change;
        if (cv::norm(change, cv::NORM_INF) < smallStep)
            break;
    }
    return weights;
}

} // namespace

bool canCrossValidate(const std::vector<int> &labels, const std::vector<int> &groups, int folds)
{
    for (const int label : {0, 1}) {
        std::set<int> seen;
        std::set<int> inFolds;
        for (std::size_t i = 0; i < labels.size(); ++i)
            if (labels[i] == label) {
                seen.insert(groups[i]);
                inFolds.insert(groups[i] % folds);
            }
        if (std::ssize(seen) < folds || inFolds.size() < 2) // a fold trains on the rows of all others
            return false;
    }
    return true;
}

std::vector<double> crossValidatedLogOdds(const cv::Mat &rows, const std::vector<int> &labels,
                                          const std::vector<int> &groups, int folds, double ridge,
                                          const JobContext &context)
{
    std::vector<double> scores(labels.size(), 0.0);
    for (int fold = 0; fold < folds; ++fold) {
        cv::Mat train;
        cv::Mat test;
        std::vector<int> trainLabels;
        std::vector<std::size_t> tested;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const bool out = groups[i] % folds == fold;
            (out ? test : train).push_back(rows.row(static_cast<int>(i)));
            if (out)
                tested.push_back(i);
            else
                trainLabels.push_back(labels[i]);
        }
        if (train.empty() || test.empty())
            continue;
        const Standard standard = Standard::of(train);
        const cv::Mat weights = fitted(standard.applied(train), trainLabels, ridge, context);
        if (weights.empty())
            return {};
        const cv::Mat logOdds = standard.applied(test) * weights;
        for (std::size_t k = 0; k < tested.size(); ++k)
            scores[tested[k]] = logOdds.at<double>(static_cast<int>(k));
    }
    return scores;
}

} // namespace patina
