#include "core/studies/believability.h"

#include "core/backbone/backbone_store.h"
#include "core/base/random.h"
#include "core/features/feature_extractor.h"
#include "core/image/image_source.h"
#include "core/index/neighbour_index.h"
#include "core/labels/label_map.h"
#include "core/metrics/rank_curve.h"
#include "core/studies/believability_baselines.h"
#include "core/studies/exemplar_paths.h"
#include "core/studies/logistic.h"
#include "core/studies/radial_spectrum.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace patina {

namespace {

constexpr int folds = 5;
constexpr double fullScale16 = 257.0; ///< of 16 bits to 8

/// An image with the pixels of its defects; an empty mask: patches anywhere.
struct Sample
{
    cv::Mat image; ///< CV_8UC1 or CV_8UC3
    cv::Mat defect;
};

/// Patches of a set, and the mean spectrum of its images.
struct PatchSet
{
    std::string name;
    FeatureMatrix features;
    std::vector<int> images; ///< that the rows are of
    std::int64_t imageCount = 0;
    std::vector<double> spectrum;
};

class BelievabilityRun
{
public:
    BelievabilityRun(const BelievabilityRequest &request, const JobContext &context)
        : m_request(request), m_context(context)
    {
    }

    Result<Believability> run()
    {
        auto backbone = loadBackbone(m_request.backbone, m_request.backboneFolder, m_context);
        if (!backbone)
            return failFrom(std::move(backbone));
        ExtractorSettings settings;
        settings.threads = m_request.threads;
        settings.device = m_request.device;
        auto extractor = FeatureExtractor::create(*backbone, settings, m_context);
        if (!extractor)
            return failFrom(std::move(extractor));
        m_extractor = std::move(*extractor);
        auto exemplars = pathsOfExemplars(m_request.real.dataset, m_request.made, m_context);
        if (!exemplars)
            return failFrom(std::move(exemplars));
        m_exemplars = *std::move(exemplars);
        const auto half = static_cast<std::size_t>(m_request.images);
        const auto good = drawn(m_request.real.dataset, Split::Train, true);
        const auto bad = drawn(m_request.real.dataset, Split::Test, false);
        if (good.size() < 4)
            return fail(ErrorCode::NotFound,
                        fmt::format("{} has {} good training images that no made set is like: 4 are the fewest to "
                                    "compare with",
                                    m_request.real.name, good.size()));
        m_reference = split(good, half, 0);
        m_held = split(good, half, 1);
        Believability found;
        auto surface = part(m_reference, m_held, Split::Train, true);
        if (!surface)
            return failFrom(std::move(surface));
        found.surface = *std::move(surface);
        if (bad.size() < 4)
            return found;
        auto defects = part(split(bad, half, 0), split(bad, half, 1), Split::Test, false);
        if (!defects)
            return failFrom(std::move(defects));
        found.defects = *std::move(defects);
        return found;
    }

private:
    using Records = std::vector<const ImageRecord *>;

    /// In an order that the seed shuffles.
    Records drawn(const Dataset &dataset, Split from, bool good) const
    {
        Records records;
        for (const ImageRecord *record : dataset.ofSplit(from))
            if (!m_exemplars.contains(record->path) &&
                (good ? record->isGood() && record->masks.empty() : hasDefect(*record, dataset)))
                records.push_back(record);
        Random random(m_request.seed + 17);
        for (std::size_t i = records.size(); i > 1; --i)
            std::swap(records[i - 1], records[random.below(i)]);
        return records;
    }

    static bool hasDefect(const ImageRecord &record, const Dataset &dataset)
    {
        return std::ranges::any_of(record.masks, [&](const MaskFile &mask) {
            const auto found = std::ranges::find(dataset.classes, mask.className, &LabelClass::name);
            return found != dataset.classes.end() && found->kind == ClassKind::Defect;
        });
    }

    /// At most `most`, of one half.
    static Records split(const Records &records, std::size_t most, std::size_t half)
    {
        Records some;
        for (std::size_t i = half; i < records.size() && some.size() < most; i += 2)
            some.push_back(records[i]);
        return some;
    }

    Result<Sample> load(const ImageRecord &record, const Dataset &dataset) const
    {
        auto opened = openImage(record.path, {}, m_context);
        if (!opened)
            return failFrom(std::move(opened));
        const ImageInfo info = (*opened)->info();
        auto pixels = (*opened)->read({{}, info.size()});
        if (!pixels)
            return failFrom(std::move(pixels));
        Sample sample;
        pixels->convertTo(sample.image, CV_8U, info.bitDepth == 16 ? 1.0 / fullScale16 : 1.0);
        auto labels = loadLabels(record, dataset.classes, info.size(), m_context);
        if (!labels)
            return failFrom(std::move(labels));
        for (const LabelLayer &layer : labels->layers)
            if (dataset.classes[static_cast<std::size_t>(layer.classIndex)].kind == ClassKind::Defect)
                sample.defect = sample.defect.empty() ? layer.mask.clone() : cv::Mat(sample.defect | layer.mask);
        return sample;
    }

    /// Patches of a set. \param make an image by its place; none: there are no more.
    Result<PatchSet> setOf(const std::string &name, std::size_t count, bool good,
                           const std::function<Result<Sample>(std::size_t)> &make)
    {
        PatchSet set;
        set.name = name;
        Random random(m_request.seed + 5);
        std::vector<double> spectra(spectrumBands, 0.0);
        std::int64_t withSpectrum = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (m_context.cancelled())
                return cancelledError();
            m_context.report("believability", ++m_done, 0);
            auto sample = make(i);
            if (!sample)
                return failFrom(std::move(sample));
            if (auto added = addPatches(*sample, good, static_cast<int>(i), random, set); !added)
                return failFrom(std::move(added));
            cv::Mat grey;
            if (sample->image.channels() == 3)
                cv::cvtColor(sample->image, grey, cv::COLOR_BGR2GRAY);
            else
                grey = sample->image;
            grey.convertTo(grey, CV_32FC1);
            if (const auto spectrum = radialSpectrum(grey); good && !spectrum.empty()) {
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

    Result<void> addPatches(const Sample &sample, bool good, int image, Random &random, PatchSet &set)
    {
        const auto source = imageFromMat(sample.image);
        auto map = m_extractor->extractAll(*source, m_context.quiet());
        if (!map)
            return failFrom(std::move(map));
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
        for (std::size_t k = 0; k < cells.size() && k < static_cast<std::size_t>(m_request.patches); ++k) {
            std::swap(cells[k], cells[k + random.below(cells.size() - k)]);
            set.features.appendRow(map->features.row(cells[k]));
            set.images.push_back(image);
        }
        return {};
    }

    Result<std::vector<BelievabilityRow>> part(const Records &reference, const Records &held, Split split, bool good)
    {
        const auto real = [&](const Records &records) {
            return [this, &records](std::size_t i) { return load(*records[i], m_request.real.dataset); };
        };
        auto base = setOf("reference", reference.size(), good, real(reference));
        if (!base)
            return failFrom(std::move(base));
        std::vector<PatchSet> sets;
        auto own = setOf("real, held out", held.size(), good, real(held));
        if (!own)
            return failFrom(std::move(own));
        sets.push_back(*std::move(own));
        for (const StudyDataset &made : m_request.made) {
            Records records = drawn(made.dataset, split, good);
            records.resize(std::min(records.size(), static_cast<std::size_t>(m_request.images)));
            auto set =
                setOf(made.name, records.size(), good, [&](std::size_t i) { return load(*records[i], made.dataset); });
            if (!set)
                return failFrom(std::move(set));
            sets.push_back(*std::move(set));
        }
        if (auto added = addBaselines(held, good, sets); !added)
            return failFrom(std::move(added));
        return rowsOf(*base, sets);
    }

    Result<void> addBaselines(const Records &held, bool good, std::vector<PatchSet> &sets)
    {
        Random random(m_request.seed + 99);
        const auto blobs = [&](std::size_t i) -> Result<Sample> {
            auto real = load(*held[i], m_request.real.dataset);
            auto plain = load(*m_held[i % m_held.size()], m_request.real.dataset);
            if (!real)
                return real;
            if (!plain)
                return plain;
            cv::Mat grey = real->image;
            if (grey.channels() == 3)
                cv::cvtColor(real->image, grey, cv::COLOR_BGR2GRAY);
            plain->defect = pasteBlobs(plain->image, blobsOf(grey, real->defect), random);
            return plain;
        };
        const auto phases = [&](std::size_t i) -> Result<Sample> {
            auto sample = good ? load(*held[i], m_request.real.dataset) : blobs(i);
            if (sample)
                sample->image = randomPhase(sample->image, random);
            return sample;
        };
        if (good) {
            auto set = setOf("random phase", held.size(), good, phases);
            if (!set)
                return failFrom(std::move(set));
            sets.push_back(*std::move(set));
            return {};
        }
        auto set = setOf("pasted blobs", held.size(), good, blobs);
        if (!set)
            return failFrom(std::move(set));
        sets.push_back(*std::move(set));
        return {};
    }

    static double meanOf(const std::vector<float> &values)
    {
        return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    }

    /// Mean distance of the one's patches to the nearest of the other's.
    Result<double> distance(const PatchSet &from, const PatchSet &to) const
    {
        const auto index = NeighbourIndex::create(to.features, m_request.threads, m_context);
        if (!index)
            return tl::unexpected(index.error());
        return (*index)->nearest(from.features, m_context.quiet()).map([](const Neighbours &found) {
            return meanOf(found.distancesL2);
        });
    }

    static double toldApart(const PatchSet &real, const PatchSet &other)
    {
        cv::Mat rows;
        std::vector<int> labels;
        std::vector<int> groups;
        const auto add = [&](const PatchSet &set, int label) {
            for (std::int64_t i = 0; i < set.features.rows(); ++i) {
                cv::Mat row;
                cv::Mat(1, set.features.dim(), CV_32FC1, const_cast<float *>(set.features.row(i).data()))
                    .convertTo(row, CV_64FC1);
                rows.push_back(row);
                labels.push_back(label);
                groups.push_back(set.images[static_cast<std::size_t>(i)]);
            }
        };
        add(real, 0);
        add(other, 1);
        const std::vector<double> logOdds = crossValidatedLogOdds(rows, labels, groups, folds);
        std::vector<RankedScore> ranked;
        for (std::size_t i = 0; i < labels.size(); ++i)
            ranked.push_back({logOdds[i], labels[i] == 1});
        return aurocOf(rankSteps(std::move(ranked)));
    }

    Result<std::vector<BelievabilityRow>> rowsOf(const PatchSet &base, const std::vector<PatchSet> &sets) const
    {
        std::vector<BelievabilityRow> rows;
        const PatchSet &held = sets.front();
        if (base.features.empty() || held.features.empty())
            return rows;
        const auto floor = distance(held, base);
        if (!floor)
            return tl::unexpected(floor.error());
        for (const PatchSet &set : sets) {
            if (set.features.empty())
                continue;
            BelievabilityRow row{set.name, set.imageCount, set.features.rows(), 1.0, 1.0, {}, 0.5};
            const auto nearest = distance(set, base);
            if (!nearest)
                return tl::unexpected(nearest.error());
            row.nearest = *nearest / *floor;
            if (&set != &held) { // its own patches are in itself
                const auto covered = distance(held, set);
                if (!covered)
                    return tl::unexpected(covered.error());
                row.covered = *covered / *floor;
            }
            if (!set.spectrum.empty() && !base.spectrum.empty())
                row.spectrumDb = spectrumDistance(set.spectrum, base.spectrum);
            row.toldApart = toldApart(base, set);
            rows.push_back(std::move(row));
        }
        return rows;
    }

    std::set<std::filesystem::path> m_exemplars; ///< real images that made sets are like
    const BelievabilityRequest &m_request;
    const JobContext &m_context;
    std::unique_ptr<FeatureExtractor> m_extractor;
    Records m_reference;
    Records m_held;
    std::int64_t m_done = 0;
};

} // namespace

Result<Believability> measureBelievability(const BelievabilityRequest &request, const JobContext &context)
{
    return BelievabilityRun(request, context).run();
}

} // namespace patina
