#include "core/studies/patch_set.h"

#include "core/image/image_source.h"
#include "core/labels/label_map.h"
#include "core/studies/radial_spectrum.h"
#include "core/synthesis/surfaces/exemplar_images.h"
#include "core/synthesis/synthesis_spec.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace patina {

namespace {

bool counts(const LabelClass &found, const CountedClasses &classes)
{
    return found.kind == ClassKind::Defect &&
           (classes.empty() || std::ranges::find(classes, found.name) != classes.end());
}

} // namespace

Result<void> checkClasses(const CountedClasses &classes, const Dataset &dataset, const std::string &name)
{
    std::vector<std::string> known;
    for (const LabelClass &one : dataset.classes)
        if (one.kind == ClassKind::Defect)
            known.push_back(one.name);
    for (const std::string &wanted : classes)
        if (std::ranges::find(known, wanted) == known.end())
            return fail(ErrorCode::BadArgument,
                        fmt::format("{} has no defect class '{}'; it has: {}", name, wanted, fmt::join(known, ", ")));
    return {};
}

bool showsDefect(const ImageRecord &record, const Dataset &dataset, const CountedClasses &classes)
{
    return std::ranges::any_of(record.masks, [&](const MaskFile &mask) {
        const auto found = std::ranges::find(dataset.classes, mask.className, &LabelClass::name);
        return found != dataset.classes.end() && counts(*found, classes);
    });
}

Records halfOf(const Records &records, std::size_t most, std::size_t half)
{
    std::map<std::string, std::size_t> places;
    Records some;
    for (const ImageRecord *record : records) {
        const std::size_t place = places.emplace(record->group, places.size()).first->second;
        if (place % 2 == half && some.size() < most)
            some.push_back(record);
    }
    return some;
}

Result<int> whiteOfImages(const Dataset &dataset, const JobContext &context)
{
    std::vector<std::filesystem::path> deep;
    for (const ImageRecord &image : dataset.images)
        if (const auto info = probeImage(image.path); info && info->bitDepth == 16)
            deep.push_back(image.path);
    return synthesis::bitDepthOf(deep, context).map([](int bitDepth) { return whiteOf(bitDepth); });
}

Result<Sample> loadSample(const ImageRecord &record, const Dataset &dataset, const CountedClasses &classes, int white,
                          const JobContext &context)
{
    auto opened = openImage(record.path, {}, context);
    if (!opened)
        return failFrom(std::move(opened));
    const ImageInfo info = (*opened)->info();
    auto pixels = (*opened)->read({{}, info.size()});
    if (!pixels)
        return failFrom(std::move(pixels));
    Sample sample;
    sample.group = record.group;
    pixels->convertTo(sample.image, CV_8U, info.bitDepth == 16 ? 255.0 / white : 1.0);
    auto labels = loadLabels(record, dataset.classes, info.size(), context);
    if (!labels)
        return failFrom(std::move(labels));
    for (const LabelLayer &layer : labels->layers)
        if (counts(dataset.classes[static_cast<std::size_t>(layer.classIndex)], classes))
            sample.defect = sample.defect.empty() ? layer.mask.clone() : cv::Mat(sample.defect | layer.mask);
    return sample;
}

Result<PatchSet> PatchSampler::setOf(const std::string &name, std::size_t count, PatchesOf of,
                                     const std::function<Result<Sample>(std::size_t)> &make)
{
    PatchSet set;
    set.name = name;
    Random random(m_seed + 5);
    std::vector<double> spectra(spectrumBands, 0.0);
    std::int64_t withSpectrum = 0;
    std::map<std::string, int> groups;
    for (std::size_t i = 0; i < count; ++i) {
        if (m_context.cancelled())
            return cancelledError();
        m_context.report("believability", m_done++, m_expected);
        auto sample = make(i);
        if (!sample)
            return failFrom(std::move(sample));
        const int group = groups.emplace(sample->group, static_cast<int>(groups.size())).first->second;
        if (auto added = addPatches(*sample, of, group, random, set); !added)
            return failFrom(std::move(added));
        cv::Mat grey;
        if (sample->image.channels() == 3)
            cv::cvtColor(sample->image, grey, cv::COLOR_BGR2GRAY);
        else
            grey = sample->image;
        grey.convertTo(grey, CV_32FC1);
        if (const auto spectrum = radialSpectrum(grey); of == PatchesOf::GoodImages && !spectrum.empty()) {
            std::ranges::transform(spectra, spectrum, spectra.begin(), std::plus());
            ++withSpectrum;
        }
        ++set.imageCount;
    }
    if (withSpectrum > 0)
        for (const double value : spectra)
            set.spectrum.push_back(value / static_cast<double>(withSpectrum));
    return set;
}

Result<void> PatchSampler::addPatches(const Sample &sample, PatchesOf of, int group, Random &random, PatchSet &set)
{
    const auto source = imageFromMat(sample.image);
    auto map = m_extractor->extractAll(*source, m_context.quiet());
    if (!map)
        return failFrom(std::move(map));
    const bool good = of == PatchesOf::GoodImages;
    std::vector<std::int64_t> cells;
    cv::Mat marked;
    if (!good && !sample.defect.empty())
        marked = reduceLabels({sample.image.size(), {{0, sample.defect}}}, {map->grid.columns, map->grid.rows})
                     .layers.front()
                     .mask;
    for (std::int64_t i = 0; i < map->grid.count(); ++i)
        if (good || (!marked.empty() && marked.at<std::uint8_t>(static_cast<int>(i / map->grid.columns),
                                                                static_cast<int>(i % map->grid.columns)) != 0))
            cells.push_back(i);
    for (std::size_t k = 0; k < cells.size() && k < m_perImage; ++k) {
        std::swap(cells[k], cells[k + random.below(cells.size() - k)]);
        set.features.appendRow(map->features.row(cells[k]));
        set.groups.push_back(group);
    }
    return {};
}

} // namespace patina
