#include "core/synthesis/gallery.h"

#include "core/synthesis/scene.h"
#include "core/synthesis/surfaces/exemplar_images.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <optional>
#include <thread>

namespace patina {

namespace {

using synthesis::Scene;
using ExemplarPtr = std::shared_ptr<const synthesis::ExemplarImages>;

constexpr int triesPerView = 32; ///< a kind that lies on a share of the images only
constexpr int gapPx = 2;

bool holds(const std::vector<std::string_view> &names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

class Gallery
{
public:
    Gallery(const SynthesisSpec &spec, const GalleryRequest &request, ExemplarPtr exemplar)
        : m_spec(spec), m_request(request), m_exemplar(std::move(exemplar)), m_surfaces(synthesisSurfaces())
    {
        if (m_exemplar == nullptr)
            std::erase(m_surfaces, "exemplar");
        m_columns = static_cast<int>(std::ceil(std::sqrt(request.count)));
        const int rows = (request.count + m_columns - 1) / m_columns;
        const int pitch = request.cellPx + gapPx;
        m_sheet = cv::Mat3b(rows * pitch - gapPx, m_columns * pitch - gapPx, cv::Vec3b(40, 40, 40));
    }

    Result<void> render(int threads, const JobContext &context)
    {
        std::atomic<int> next{0};
        std::mutex mutex;
        std::optional<Error> error;
        int done = 0;
        const auto work = [&] {
            for (int i = next++; i < m_request.count; i = next++) {
                auto view = renderSafely(i, context);
                const std::scoped_lock lock(mutex);
                if (error)
                    return;
                if (!view) {
                    error = view.error();
                    return;
                }
                view->copyTo(m_sheet(cellOf(i)));
                context.report("gallery", ++done, m_request.count);
            }
        };
        std::vector<std::jthread> workers;
        for (int i = 1; i < std::min(threads, m_request.count); ++i)
            workers.emplace_back(work);
        work();
        workers.clear();
        if (error)
            return tl::unexpected(*error);
        return {};
    }

    const cv::Mat3b &sheet() const { return m_sheet; }

private:
    cv::Rect cellOf(int i) const
    {
        const int pitch = m_request.cellPx + gapPx;
        return {(i % m_columns) * pitch, (i / m_columns) * pitch, m_request.cellPx, m_request.cellPx};
    }

    Scene sceneOf(int i, int attempt) const
    {
        SynthesisSpec spec = m_spec;
        spec.impurities.clear();
        std::string defect;
        if (m_request.kind == allSurfacesKind) {
            spec.surface = m_surfaces[static_cast<std::size_t>(i) % m_surfaces.size()];
        } else if (holds(synthesisDefects(), m_request.kind)) {
            defect = m_request.kind;
        } else {
            spec.impurities = {m_request.kind};
        }
        return synthesis::createScene(spec, synthesis::imageSeedOf(spec.seed, "gallery", i * triesPerView + attempt),
                                      defect, m_exemplar);
    }

    /// The rectangle of the image to look at.
    cv::Rect viewOf(const Scene &scene) const
    {
        const cv::Rect image({}, scene.size);
        cv::Rect shown(scene.size.width / 2, scene.size.height / 2, 0, 0);
        if (!scene.defects.empty())
            shown = scene.defects.front()->bounds() & image;
        else if (!scene.impurities.empty())
            shown = scene.impurities.front()->bounds() & image;
        const int whole = m_request.fullScale ? 0 : (std::max(shown.width, shown.height) * 6) / 5;
        const int side = std::min({std::max(m_request.cellPx, whole), image.width, image.height});
        return {std::clamp(shown.x + (shown.width - side) / 2, 0, image.width - side),
                std::clamp(shown.y + (shown.height - side) / 2, 0, image.height - side), side, side};
    }

    /// A photo that can no longer be read is an error of a thread.
    Result<cv::Mat3b> renderSafely(int i, const JobContext &context) const
    {
        try {
            return renderView(i, context);
        } catch (const synthesis::ExemplarFailure &failure) {
            return tl::unexpected(failure.error());
        } catch (const std::exception &exception) {
            return fail(ErrorCode::Internal, exception.what());
        }
    }

    Result<cv::Mat3b> renderView(int i, const JobContext &context) const
    {
        Scene scene = sceneOf(i, 0);
        const bool impurity = m_request.kind != allSurfacesKind && scene.defects.empty();
        for (int attempt = 1; impurity && scene.impurities.empty() && attempt < triesPerView; ++attempt)
            scene = sceneOf(i, attempt);
        auto rendered = renderScene(scene, SynthesisVersion::Stained, context.quiet());
        if (!rendered)
            return failFrom(std::move(rendered));
        cv::Mat3b view;
        cv::resize(rendered->stained(viewOf(scene)), view, {m_request.cellPx, m_request.cellPx}, 0, 0, cv::INTER_AREA);
        return view;
    }

    const SynthesisSpec &m_spec;
    const GalleryRequest &m_request;
    ExemplarPtr m_exemplar; ///< null without real images to be like
    std::vector<std::string_view> m_surfaces;
    int m_columns = 1;
    cv::Mat3b m_sheet;
};

} // namespace

std::vector<std::string_view> galleryKinds()
{
    std::vector<std::string_view> kinds = synthesisImpurities();
    for (const std::string_view defect : synthesisDefects())
        kinds.push_back(defect);
    kinds.push_back(allSurfacesKind);
    return kinds;
}

Result<cv::Mat3b> renderGallery(const SynthesisSpec &spec, const GalleryRequest &request, int threads,
                                const JobContext &context)
{
    const auto kinds = galleryKinds();
    if (!holds(kinds, request.kind))
        return fail(ErrorCode::BadArgument,
                    fmt::format("no gallery of '{}'; there is one of {}", request.kind, fmt::join(kinds, ", ")));
    if (request.count < 1 || request.count > 4096)
        return fail(ErrorCode::BadArgument, fmt::format("a gallery of {} views; ask for 1 to 4096", request.count));
    SynthesisSpec checked = spec;
    checked.version = SynthesisVersion::Clean; // what the images carry is the gallery's own choice
    if (auto valid = validate(checked); !valid)
        return failFrom(std::move(valid));
    ExemplarPtr exemplar;
    if (!spec.exemplar.images.empty()) {
        auto loaded = synthesis::loadExemplar(spec.exemplar, {spec.widthPx, spec.heightPx}, context);
        if (!loaded)
            return failFrom(std::move(loaded));
        exemplar = std::move(*loaded);
    }
    SynthesisSpec cut = synthesis::cutToSmallest(spec, exemplar);
    cut.bitDepth = 8; // to be looked at
    if (request.cellPx < 32 || request.cellPx > std::min({1024, cut.widthPx, cut.heightPx}))
        return fail(ErrorCode::BadArgument,
                    fmt::format("views of {} pixels in images of {}x{}; ask for 32 to 1024 and no more than the image",
                                request.cellPx, cut.widthPx, cut.heightPx));
    Gallery gallery(cut, request, std::move(exemplar));
    if (auto rendered = gallery.render(std::max(1, threads), context); !rendered)
        return failFrom(std::move(rendered));
    return gallery.sheet();
}

} // namespace patina
