#include "core/metrics/image_truth.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

namespace patina {
namespace {

Result<int> classIndexOf(const ImageTruth &truth, const std::vector<LabelClass> &classes)
{
    if (truth.className == "good")
        return -1;
    const auto found =
        std::find_if(classes.begin(), classes.end(), [&](const LabelClass &c) { return c.name == truth.className; });
    if (found == classes.end())
        return fail(ErrorCode::BadArgument,
                    fmt::format("{}: class '{}' is not one of the data set", truth.id, truth.className));
    return static_cast<int>(std::distance(classes.begin(), found));
}

Result<void> checkMask(const ImageTruth &truth, const cv::Mat &mask, std::string_view what)
{
    const cv::Size size = truth.labels.size;
    if (mask.type() != CV_8UC1 || mask.size() != size)
        return fail(ErrorCode::ShapeMismatch, fmt::format("{}: {} {}x{} does not match map {}x{}", truth.id, what,
                                                          mask.cols, mask.rows, size.width, size.height));
    return {};
}

int precedenceOf(ClassRole role, ClassKind kind, const LabelPolicy &policy)
{
    if (role == ClassRole::Harmless)
        return 0;
    if (role == ClassRole::Defect)
        return 2;
    // A stain over a scratch does not hide the scratch; a region people disagree about does.
    return isImpurity(kind, policy) ? 1 : 3;
}

PixelRole pixelRoleOf(ClassRole role)
{
    switch (role) {
    case ClassRole::Defect:
        return PixelRole::Defect;
    case ClassRole::Harmless:
        return PixelRole::Normal;
    case ClassRole::Ignored:
        break;
    }
    return PixelRole::Ignored;
}

void paintRuns(std::span<const Run> runs, PixelRole role, std::span<PixelRole> roles)
{
    for (const Run &run : runs)
        std::fill(roles.begin() + run.begin, roles.begin() + run.end, role);
}

} // namespace

Result<TruthPlan> TruthPlan::create(const ImageTruth &truth, const std::vector<LabelClass> &classes,
                                    const LabelPolicy &policy)
{
    TruthPlan plan;
    plan.m_id = truth.id;
    plan.m_group = truth.group.empty() ? truth.id : truth.group;
    plan.m_size = truth.labels.size;
    if (plan.m_size.width < 1 || plan.m_size.height < 1)
        return fail(ErrorCode::BadArgument,
                    fmt::format("{}: a map of {}x{} has no pixels", truth.id, plan.m_size.width, plan.m_size.height));
    const auto classIndex = classIndexOf(truth, classes);
    if (!classIndex)
        return fail(classIndex.error().code, classIndex.error().detail);
    plan.m_classIndex = *classIndex;
    if (auto added = plan.addLayers(truth, classes, policy); !added)
        return failFrom(std::move(added));
    if (!truth.ignore.empty()) {
        if (auto checked = checkMask(truth, truth.ignore, "don't-care mask"); !checked)
            return failFrom(std::move(checked));
        plan.m_ignore = MaskComponents(truth.ignore);
    }
    plan.decideBackground(classes, policy);
    plan.countPixels();
    plan.decideRole(classes, policy);
    return plan;
}

Result<void> TruthPlan::addLayers(const ImageTruth &truth, const std::vector<LabelClass> &classes,
                                  const LabelPolicy &policy)
{
    std::map<int, cv::Mat> masks; // several masks of one class are one
    for (const LabelLayer &layer : truth.labels.layers) {
        if (layer.classIndex < 0 || static_cast<std::size_t>(layer.classIndex) >= classes.size())
            return fail(ErrorCode::BadArgument,
                        fmt::format("{}: a mask has class {} of {}", truth.id, layer.classIndex, classes.size()));
        if (auto checked = checkMask(truth, layer.mask, "mask"); !checked)
            return checked;
        cv::Mat &mask = masks[layer.classIndex];
        mask = mask.empty() ? layer.mask : cv::Mat(mask | layer.mask);
    }
    for (const auto &[index, mask] : masks) {
        const ClassKind kind = classes[static_cast<std::size_t>(index)].kind;
        Layer layer{index, roleOf(kind, policy), MaskComponents(mask), {}, 0};
        layer.precedence = precedenceOf(layer.role, kind, policy);
        layer.countedPx.assign(layer.parts.components().size(), 0);
        m_layers.push_back(std::move(layer));
    }
    std::stable_sort(m_layers.begin(), m_layers.end(),
                     [](const Layer &a, const Layer &b) { return a.precedence < b.precedence; });
    return {};
}

std::int64_t TruthPlan::markedPx(ClassRole role) const
{
    std::int64_t area = 0;
    for (const Layer &layer : m_layers)
        if (layer.role == role)
            area += layer.parts.areaPx();
    return area;
}

/// The folder says there is something on the image; without an outline no pixel is known to be normal.
void TruthPlan::decideBackground(const std::vector<LabelClass> &classes, const LabelPolicy &policy)
{
    if (m_classIndex < 0)
        return;
    const ClassRole role = roleOf(classes[static_cast<std::size_t>(m_classIndex)].kind, policy);
    if (role != ClassRole::Harmless && markedPx(role) == 0)
        m_background = PixelRole::Unknown;
}

bool TruthPlan::isPlainRow(int y) const
{
    return m_ignore.row(y).empty() && std::all_of(m_layers.begin(), m_layers.end(),
                                                  [y](const Layer &layer) { return layer.parts.row(y).empty(); });
}

void TruthPlan::paintRow(int y, std::span<PixelRole> roles) const
{
    std::fill(roles.begin(), roles.end(), m_background);
    for (const Layer &layer : m_layers)
        paintRuns(layer.parts.row(y), pixelRoleOf(layer.role), roles);
    paintRuns(m_ignore.row(y), PixelRole::Ignored, roles);
}

void TruthPlan::countPixels()
{
    std::vector<PixelRole> roles(static_cast<std::size_t>(m_size.width));
    for (int y = 0; y < m_size.height; ++y) {
        if (isPlainRow(y)) {
            m_pixels[static_cast<std::size_t>(m_background)] += m_size.width;
            continue;
        }
        paintRow(y, roles);
        for (const PixelRole role : roles)
            ++m_pixels[static_cast<std::size_t>(role)];
        for (Layer &layer : m_layers)
            for (const Run &run : layer.parts.row(y))
                layer.countedPx[static_cast<std::size_t>(run.set)] +=
                    std::count(roles.begin() + run.begin, roles.begin() + run.end, pixelRoleOf(layer.role));
    }
}

void TruthPlan::decideRole(const std::vector<LabelClass> &classes, const LabelPolicy &policy)
{
    const ClassRole folder =
        m_classIndex < 0 ? ClassRole::Harmless : roleOf(classes[static_cast<std::size_t>(m_classIndex)].kind, policy);
    const bool defectIsHidden = markedPx(ClassRole::Defect) > 0 && pixels(PixelRole::Defect) == 0;
    const bool nothingCounts = pixels(PixelRole::Ignored) == std::int64_t{m_size.width} * m_size.height;
    const bool nobodyKnows = folder == ClassRole::Ignored && m_background == PixelRole::Unknown;
    if (pixels(PixelRole::Defect) > 0)
        m_role = ImageRole::Anomalous;
    else if (defectIsHidden || nothingCounts || nobodyKnows)
        m_role = ImageRole::LeftOut;
    else
        m_role = folder == ClassRole::Defect ? ImageRole::Anomalous : ImageRole::Good;
}

} // namespace patina
