#include "core/studies/believability.h"

#include "core/backbone/backbone_store.h"
#include "core/base/random.h"
#include "core/studies/believability_baselines.h"
#include "core/studies/believability_rows.h"
#include "core/studies/dataset_names.h"
#include "core/studies/exemplar_paths.h"
#include "core/studies/patch_set.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <utility>

namespace patina {

namespace {

constexpr std::size_t fewestImages = 4; ///< of a real set, two in each half

class BelievabilityRun
{
public:
    BelievabilityRun(const BelievabilityRequest &request, const JobContext &context)
        : m_request(request), m_context(context), m_names(distinctNames(request.made))
    {
    }

    Result<Believability> run()
    {
        if (auto checked = checkClasses(m_request.classes, m_request.real.dataset, m_request.real.name); !checked)
            return failFrom(std::move(checked));
        auto backbone = loadBackbone(m_request.backbone, m_request.backboneFolder, m_context);
        if (!backbone)
            return failFrom(std::move(backbone));
        ExtractorSettings settings;
        settings.threads = m_request.threads;
        settings.device = m_request.device;
        auto extractor = FeatureExtractor::create(*backbone, settings, m_context);
        if (!extractor)
            return failFrom(std::move(extractor));
        m_sampler.emplace(std::move(*extractor), m_request.patches, m_request.seed, m_context);
        auto exemplars = pathsOfExemplars(m_request.real.dataset, m_request.made, m_context);
        if (!exemplars)
            return failFrom(std::move(exemplars));
        m_exemplars = *std::move(exemplars);
        if (auto found = findWhite(); !found)
            return failFrom(std::move(found));
        auto good = goodHalves();
        if (!good)
            return failFrom(std::move(good));
        auto bad = badHalves(); // before anything is measured
        if (!bad)
            return failFrom(std::move(bad));
        m_heldGood = good->held;
        Believability found;
        found.classes = m_request.classes;
        m_sampler->expect(imagesOf(*good, true) + (bad->held.empty() ? 0 : imagesOf(*bad, false)));
        auto surface = part(*good, true);
        if (!surface)
            return failFrom(std::move(surface));
        found.surface = *std::move(surface);
        if (bad->held.empty())
            return found;
        auto defects = part(*bad, false);
        if (!defects)
            return failFrom(std::move(defects));
        found.defects = *std::move(defects);
        return found;
    }

private:
    struct Halves
    {
        Records reference;
        Records held;
    };

    /// One for all sets, or the same part would look another way in each.
    Result<void> findWhite()
    {
        std::vector<const Dataset *> sets{&m_request.real.dataset};
        for (const StudyDataset &made : m_request.made)
            sets.push_back(&made.dataset);
        for (const Dataset *set : sets) {
            const auto white = whiteOfImages(*set, m_context);
            if (!white)
                return tl::unexpected(white.error());
            m_white = std::max(m_white, *white);
        }
        return {};
    }

    Result<Halves> goodHalves() const
    {
        const Records good = drawn(m_request.real.dataset, true, {});
        const std::string what = "good training images";
        return good.size() < fewestImages ? tooFew(good.size(), what) : halvesOf(good, what);
    }

    /// Empty, and a notice, where defects were not asked for and there are too few.
    Result<Halves> badHalves() const
    {
        const Records bad = drawn(m_request.real.dataset, false, m_request.classes);
        const std::string what = m_request.classes.empty() ? "test images with defects"
                                                           : fmt::format("test images with defects of {}",
                                                                         fmt::join(m_request.classes, ", "));
        if (bad.size() >= fewestImages)
            return halvesOf(bad, what);
        Result<Halves> refused = tooFew(bad.size(), what);
        if (!m_request.classes.empty())
            return refused;
        m_context.notice(refused.error().detail);
        return Halves();
    }

    Result<Halves> tooFew(std::size_t images, const std::string &what) const
    {
        return fail(ErrorCode::NotFound,
                    fmt::format("{} has {} {} that no made set is like: {} are the fewest to compare with",
                                m_request.real.name, images, what, fewestImages));
    }

    Result<Halves> halvesOf(const Records &records, const std::string &what) const
    {
        const auto most = static_cast<std::size_t>(m_request.images);
        Halves halves{halfOf(records, most, 0), halfOf(records, most, 1)};
        if (halves.held.empty())
            return fail(ErrorCode::NotFound, fmt::format("{}: all {} {} that no made set is like are of one group, and "
                                                         "2 groups are the fewest to take halves of",
                                                         m_request.real.name, records.size(), what));
        return halves;
    }

    /// Good training images, or test images with defects, in an order that the seed shuffles.
    Records drawn(const Dataset &dataset, bool good, const CountedClasses &classes) const
    {
        Records records;
        for (const ImageRecord *record : dataset.ofSplit(good ? Split::Train : Split::Test))
            if (!m_exemplars.contains(record->path) &&
                (good ? record->isGood() && record->masks.empty() : showsDefect(*record, dataset, classes)))
                records.push_back(record);
        Random random(m_request.seed + 17);
        shuffle(records, random);
        return records;
    }

    Records drawnMade(const Dataset &made, bool good) const
    {
        Records records = drawn(made, good, {});
        records.resize(std::min(records.size(), static_cast<std::size_t>(m_request.images)));
        return records;
    }

    /// That are looked at: both halves, the one once more as a baseline, and those of the made sets.
    std::int64_t imagesOf(const Halves &halves, bool good) const
    {
        std::size_t images = halves.reference.size() + 2 * halves.held.size();
        for (const StudyDataset &made : m_request.made)
            images += drawnMade(made.dataset, good).size();
        return static_cast<std::int64_t>(images);
    }

    /// A set without a patch has no row, and without one of either real half there is no table: that is said.
    void noticeIfEmpty(const PatchSet &set, bool good, bool isReal) const
    {
        if (!set.features.empty())
            return;
        const std::string lost = fmt::format("{} the table of {}", isReal ? "there is no row in" : "it has no row in",
                                             good ? "surfaces" : "defects");
        const std::string images = good ? "good training images" : "test images with defects";
        m_context.notice(set.imageCount == 0 ? fmt::format("{} has no {}: {}", set.name, images, lost)
                                             : fmt::format("none of the {} {} of {} has a patch to compare: {}",
                                                           set.imageCount, images, set.name, lost));
    }

    Result<Sample> loadReal(const ImageRecord &record) const
    {
        return loadSample(record, m_request.real.dataset, m_request.classes, m_white, m_context);
    }

    Result<std::vector<BelievabilityRow>> part(const Halves &halves, bool good)
    {
        const auto &[reference, held] = halves;
        const PatchesOf of = good ? PatchesOf::GoodImages : PatchesOf::Defects;
        const auto real = [&](const Records &records) {
            return [this, &records](std::size_t i) { return loadReal(*records[i]); };
        };
        auto base = m_sampler->setOf("reference", reference.size(), of, real(reference));
        if (!base)
            return failFrom(std::move(base));
        std::vector<PatchSet> sets;
        auto own = m_sampler->setOf("real, held out", held.size(), of, real(held));
        if (!own)
            return failFrom(std::move(own));
        sets.push_back(*std::move(own));
        for (std::size_t k = 0; k < m_request.made.size(); ++k) {
            const StudyDataset &made = m_request.made[k];
            const Records records = drawnMade(made.dataset, good);
            auto set = m_sampler->setOf(m_names[k], records.size(), of, [&](std::size_t i) {
                return loadSample(*records[i], made.dataset, {}, m_white, m_context);
            });
            if (!set)
                return failFrom(std::move(set));
            sets.push_back(*std::move(set));
        }
        if (auto added = addBaselines(held, good, sets); !added)
            return failFrom(std::move(added));
        noticeIfEmpty(*base, good, true);
        for (std::size_t i = 0; i < sets.size(); ++i)
            noticeIfEmpty(sets[i], good, i == 0);
        return believabilityRows(*base, sets, m_request.threads, m_context);
    }

    Result<void> addBaselines(const Records &held, bool good, std::vector<PatchSet> &sets)
    {
        const PatchesOf of = good ? PatchesOf::GoodImages : PatchesOf::Defects;
        Random random(m_request.seed + 99);
        const auto blobs = [&](std::size_t i) -> Result<Sample> {
            auto real = loadReal(*held[i]);
            auto plain = loadReal(*m_heldGood[i % m_heldGood.size()]);
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
            auto sample = loadReal(*held[i]);
            if (sample)
                sample->image = randomPhase(sample->image, random);
            return sample;
        };
        auto set = good ? m_sampler->setOf("random phase", held.size(), of, phases)
                        : m_sampler->setOf("pasted blobs", held.size(), of, blobs);
        if (!set)
            return failFrom(std::move(set));
        sets.push_back(*std::move(set));
        return {};
    }

    int m_white = 255;                           ///< of images of 16 bits
    std::set<std::filesystem::path> m_exemplars; ///< real images that made sets are like
    const BelievabilityRequest &m_request;
    const JobContext &m_context;
    std::vector<std::string> m_names; ///< of the made sets
    std::optional<PatchSampler> m_sampler;
    Records m_heldGood; ///< of the real set, not empty
};

} // namespace

Result<Believability> measureBelievability(const BelievabilityRequest &request, const JobContext &context)
{
    return BelievabilityRun(request, context).run();
}

} // namespace patina
