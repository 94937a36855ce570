#include "core/pipeline/inspector.h"

#include "core/backbone/backbone_store.h"
#include "core/features/feature_cache.h"
#include "core/features/feature_extractor.h"
#include "core/index/neighbour_index.h"
#include "core/pipeline/image_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace patina {

namespace {

class ModelInspector : public Inspector
{
public:
    explicit ModelInspector(Model model) : m_model(std::move(model)) {}

    Result<void> prepare(const InspectorSettings &settings, const JobContext &context)
    {
        const ModelInfo &info = m_model.info;
        auto backbone = loadBackbone(info.backboneName, settings.backboneFolder, context);
        if (!backbone)
            return failFrom(std::move(backbone));
        if (backbone->info.sha256 != info.backboneSha256)
            return fail(
                ErrorCode::VersionMismatch,
                fmt::format("the installed backbone {} has SHA-256 {}, the model was trained with {}: import that "
                            "one again",
                            info.backboneName, backbone->info.sha256, info.backboneSha256));
        const ExtractorSettings extractor{info.layers, info.intensity, settings.threads, info.tilePx, settings.device};
        auto made = FeatureExtractor::create(*backbone, extractor, context).and_then([&](auto &&computes) {
            return withFeatureCache(std::move(computes), backbone->info, extractor, settings.featureCache);
        });
        if (!made)
            return failFrom(std::move(made));
        m_extractor = std::move(*made);
        if (m_extractor->dimension() != m_model.bank.dim())
            return fail(ErrorCode::ShapeMismatch,
                        fmt::format("the model's bank has {} features a row, its backbone gives {}", m_model.bank.dim(),
                                    m_extractor->dimension()));
        auto index = NeighbourIndex::create(m_model.bank, settings.threads, context);
        if (!index)
            return failFrom(std::move(index));
        m_index = std::move(*index);
        return {};
    }

    const ModelInfo &model() const override { return m_model.info; }
    const std::vector<PatchRef> &origins() const override { return m_model.origins; }

    Result<Inspection> inspect(ImageSource &image, const MapRowSink &sink, const JobContext &context) override
    {
        const ModelInfo &info = m_model.info;
        Inspection inspection;
        inspection.image = image.info();
        inspection.mapSize = image.info().size();
        if (inspection.image.bitDepth != info.bitDepth)
            return fail(ErrorCode::Unsupported,
                        fmt::format("the image has {} bits a channel, the model was trained on {}",
                                    inspection.image.bitDepth, info.bitDepth));
        auto distances = measure(image, context);
        if (!distances)
            return failFrom(std::move(distances));
        inspection.patches = std::move(*distances);
        const RenderSettings render{inspection.mapSize, info.sigmaPx};
        const MapRowSink rows = sink ? sink : [](int, const cv::Mat &) -> Result<void> { return {}; };
        auto score = renderMap(inspection.patches, render, info.scoreScale, rows, context);
        if (!score)
            return failFrom(std::move(score));
        inspection.score = *score;
        inspection.verdict = verdictFor(*score, info.scoreScale.reviewThreshold(), info.scoreScale.rejectThreshold());
        return inspection;
    }

private:
    Result<PatchDistances> measure(ImageSource &image, const JobContext &context)
    {
        PatchDistances patches;
        patches.grid = m_extractor->gridFor(image.info().size());
        patches.distancesL2.create(patches.grid.rows, patches.grid.columns, CV_32FC1);
        patches.nearest.create(patches.grid.rows, patches.grid.columns, CV_32SC1);
        const auto search = [&](const ImageBlock &block) -> Result<void> {
            auto found = m_index->nearest(block.features, context);
            if (!found)
                return failFrom(std::move(found));
            std::ranges::copy(found->distancesL2, patches.distancesL2.ptr<float>(block.firstRow));
            std::ranges::transform(found->ids, patches.nearest.ptr<int>(block.firstRow),
                                   [](std::int64_t id) { return static_cast<int>(id); });
            return {};
        };
        return forEachBlock(*m_extractor, image, scoredBlockBytes, search, context).map([&] {
            return std::move(patches);
        });
    }

    Model m_model;
    std::unique_ptr<FeatureExtractor> m_extractor;
    std::unique_ptr<NeighbourIndex> m_index;
};

} // namespace

Result<std::unique_ptr<Inspector>> Inspector::create(Model model, const InspectorSettings &settings,
                                                     const JobContext &context)
{
    auto inspector = std::make_unique<ModelInspector>(std::move(model));
    return inspector->prepare(settings, context).map([&]() -> std::unique_ptr<Inspector> {
        return std::move(inspector);
    });
}

Result<std::unique_ptr<Inspector>> Inspector::open(const std::filesystem::path &model,
                                                   const InspectorSettings &settings, const JobContext &context)
{
    return loadModel(model, context).and_then([&](Model &&loaded) {
        return create(std::move(loaded), settings, context);
    });
}

Result<Inspector::WithMap> Inspector::inspectFile(const std::filesystem::path &image, const JobContext &context)
{
    auto source = openScaled(image, context);
    if (!source)
        return failFrom(std::move(source));
    WithMap result;
    result.map.create((*source)->info().size(), CV_32FC1);
    const auto keep = [&](int firstRow, const cv::Mat &rows) -> Result<void> {
        rows.copyTo(result.map.rowRange(firstRow, firstRow + rows.rows));
        return {};
    };
    return inspect(**source, keep, context).map([&](Inspection &&inspection) {
        result.inspection = std::move(inspection);
        return std::move(result);
    });
}

Result<std::unique_ptr<ImageSource>> Inspector::openScaled(const std::filesystem::path &image,
                                                           const JobContext &context) const
{
    return openImage(image, {}, context).and_then([&](std::unique_ptr<ImageSource> &&source) {
        return scaled(std::move(source));
    });
}

Result<std::unique_ptr<ImageSource>> Inspector::scaled(std::unique_ptr<ImageSource> image) const
{
    if (model().scale >= 1.0)
        return image;
    return scaledImage(std::move(image), model().scale);
}

} // namespace patina
