#include "ui/jobs/region_lister.h"

#include "ui/jobs/flagged_regions.h"

#include <utility>

namespace patina {

RegionLister::RegionLister(Document *document, QThreadPool *pool, QObject *parent)
    : QObject(parent), m_document(document), m_job(pool)
{
    // What is scored again has its patch distances in memory.
    connect(document, &Document::resultChanged, this, [this](int row) { m_inVain.erase(row); });
}

void RegionLister::setScorer(std::shared_ptr<Scorer> scorer)
{
    m_job.abandon();
    m_scorer = std::move(scorer);
    m_inVain.clear();
    look();
}

void RegionLister::setCache(std::shared_ptr<InspectionCache> cache)
{
    m_cache = std::move(cache);
    m_inVain.clear();
}

void RegionLister::forget()
{
    m_job.abandon();
    m_inVain.clear();
}

void RegionLister::look()
{
    if (!m_scorer || m_job.running())
        return;
    for (int row = 0; row < m_document->imageCount(); ++row)
        if (m_document->wantsRegions(row) && !m_inVain.contains(row) &&
            m_document->result(row).stamp.modelHash == m_scorer->model().hash)
            return start(row);
}

void RegionLister::start(int row)
{
    const ResultStamp stamp = m_document->result(row).stamp;
    const double review = *m_document->range().review;
    const auto job = [scorer = m_scorer, cache = m_cache, held = m_document->inspection(row), rules = m_rulesOn(row),
                      stamp, review](const JobContext &context) -> Result<Listed> {
        auto inspection = held    ? Result<Inspection>(*held)
                          : cache ? cache->get(stamp.modelHash, stamp.imageSha256, context)
                                  : fail(ErrorCode::NotFound, "no patch distances are kept");
        return std::move(inspection).and_then([&](const Inspection &distances) {
            return listRegions(*scorer, distances, review, rules, fileSizeOf(*scorer, distances), context);
        });
    };
    m_job.start(job, [this, row, stamp, review](Result<Listed> listed) {
        const bool current = m_document->range().review == review;
        if (!listed || (current && !m_document->putRegions(stamp, *std::move(listed))))
            m_inVain.insert(row);
        look();
    });
}

} // namespace patina
