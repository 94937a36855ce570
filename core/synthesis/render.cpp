#include "core/synthesis/scene.h"
#include "core/synthesis/strip_renderer.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <mutex>
#include <vector>

namespace patina::synthesis {

Result<void> renderStrips(const Scene &scene, SynthesisVersion version, const JobContext &context, int stripRows,
                          const StripSink &sink)
{
    StripRenderer renderer(scene, version);
    for (int top = 0; top < scene.size.height; top += stripRows) {
        if (context.cancelled())
            return cancelledError();
        const RenderedScene strip =
            renderer.render({0, top, scene.size.width, std::min(stripRows, scene.size.height - top)});
        if (auto taken = sink(top, strip); !taken)
            return taken;
    }
    return {};
}

namespace {

void gather(const cv::Mat &strip, int top, cv::Size whole, cv::Mat &all)
{
    if (strip.empty())
        return;
    if (all.empty())
        all = cv::Mat::zeros(whole, strip.type());
    strip.copyTo(all.rowRange(top, top + strip.rows));
}

} // namespace

Result<RenderedScene> renderScene(const Scene &scene, SynthesisVersion version, const JobContext &context,
                                  int stripRows)
{
    RenderedScene out;
    auto rendered = renderStrips(scene, version, context, stripRows, [&](int top, const RenderedScene &strip) {
        gather(strip.clean, top, scene.size, out.clean);
        gather(strip.stained, top, scene.size, out.stained);
        for (const auto &[name, mask] : strip.defectMasks)
            gather(mask, top, scene.size, out.defectMasks[name]);
        for (const auto &[name, mask] : strip.impurityMasks)
            gather(mask, top, scene.size, out.impurityMasks[name]);
        return Result<void>();
    });
    if (!rendered)
        return failFrom(std::move(rendered));
    return out;
}

namespace {

constexpr int areaStripRows = 32; ///< short enough for a job that is asked to stop

/// Hands the strips of an area to threads and puts together what they make.
class AreaRenderer
{
public:
    AreaRenderer(const Scene &scene, SynthesisVersion version, const cv::Rect &area, const JobContext &context)
        : m_scene(scene), m_version(version), m_area(area), m_context(context)
    {
    }

    Result<RenderedScene> run(int threads)
    {
        const int strips = (m_area.height + areaStripRows - 1) / areaStripRows;
        std::vector<std::future<void>> others;
        for (int i = 1; i < std::min(threads, strips); ++i)
            others.push_back(std::async(std::launch::async, [this] { work(); }));
        work();
        for (std::future<void> &other : others)
            other.get(); // where one has thrown, this throws it
        if (m_context.cancelled())
            return cancelledError();
        return std::move(m_out);
    }

private:
    void work()
    {
        StripRenderer renderer(m_scene, m_version);
        for (int top = m_next.fetch_add(areaStripRows); top < m_area.height; top = m_next.fetch_add(areaStripRows)) {
            if (m_context.cancelled())
                return;
            const cv::Rect strip(m_area.x, m_area.y + top, m_area.width, std::min(areaStripRows, m_area.height - top));
            take(top, renderer.render(strip));
        }
    }

    void take(int top, const RenderedScene &strip)
    {
        const std::lock_guard lock(m_mutex);
        gather(strip.clean, top, m_area.size(), m_out.clean);
        gather(strip.stained, top, m_area.size(), m_out.stained);
        for (const auto &[name, mask] : strip.defectMasks)
            gather(mask, top, m_area.size(), m_out.defectMasks[name]);
        for (const auto &[name, mask] : strip.impurityMasks)
            gather(mask, top, m_area.size(), m_out.impurityMasks[name]);
    }

    const Scene &m_scene;
    SynthesisVersion m_version;
    cv::Rect m_area;
    const JobContext &m_context;
    std::atomic<int> m_next{0};
    std::mutex m_mutex;
    RenderedScene m_out;
};

} // namespace

Result<RenderedScene> renderArea(const Scene &scene, SynthesisVersion version, const cv::Rect &area, int threads,
                                 const JobContext &context)
{
    return AreaRenderer(scene, version, area, context).run(threads);
}

cv::Mat1f heightOf(const Scene &scene, const cv::Rect &area)
{
    cv::Mat1f height(area.size(), 0.0F);
    scene.surface->addHeight(area, height);
    DamagePlanes damage(area.size());
    for (const auto &defect : scene.defects)
        defect->addTo(area, damage);
    return cv::Mat(height.mul(1.0F - damage.removed) + damage.heightUm);
}

} // namespace patina::synthesis
