#include "ui/document/document.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace patina {

namespace {

QString keyOf(const std::filesystem::path &path)
{
    return QString::fromStdString(path.generic_string());
}

std::size_t bytesOf(const Inspection &inspection)
{
    const auto &p = inspection.patches;
    return p.distancesL2.total() * p.distancesL2.elemSize() + p.nearest.total() * p.nearest.elemSize();
}

std::optional<Verdict> verdictOf(const ImageResult &result, const ScoreRange &range)
{
    if (result.state != ImageState::Scored || result.outdated || !range.calibrated())
        return std::nullopt;
    return verdictFor(result.score, *range.review, *range.reject);
}

} // namespace

ImageRevision imageRevisionOf(const std::filesystem::path &path)
{
    const QFileInfo file(keyOf(path));
    if (!file.exists())
        return {};
    return {file.size(), file.lastModified().toMSecsSinceEpoch()};
}

std::vector<ImageRevision> filesOf(const Dataset &dataset)
{
    std::vector<ImageRevision> files;
    for (const ImageRecord &image : dataset.images)
        files.push_back(imageRevisionOf(image.path));
    return files;
}

Document::Document(QObject *parent, std::size_t inspectionBudget) : QObject(parent), m_budget(inspectionBudget) {}

int Document::rowOf(const std::filesystem::path &image) const
{
    return m_rows.value(keyOf(image), -1);
}

int Document::rowOfName(const QString &name) const
{
    if (const auto known = m_ids.constFind(name); known != m_ids.cend())
        return *known;
    const auto wanted = name.toStdString();
    if (const int row = rowOf(wanted); row >= 0)
        return row;
    const auto sameFile = [&](const ImageRecord &r) { return r.path.filename() == wanted || r.path.stem() == wanted; };
    const auto found = std::find_if(m_dataset.images.begin(), m_dataset.images.end(), sameFile);
    return found == m_dataset.images.end() ? -1 : static_cast<int>(found - m_dataset.images.begin());
}

void Document::setDataset(Dataset dataset, std::vector<ImageRevision> files)
{
    emit datasetAboutToChange();
    m_files = files.size() == dataset.images.size() ? std::move(files) : filesOf(dataset);
    if (!m_model)
        m_resultsOf.clear();
    m_dataset = std::move(dataset);
    m_rows.clear();
    m_ids.clear();
    for (int row = 0; row < imageCount(); ++row) {
        m_rows.insert(keyOf(image(row).path), row);
        m_ids.insert(QString::fromStdString(image(row).id), row);
    }
    clearResults();
    emit datasetChanged();
}

void Document::showResultsOf(const std::string &modelHash, const ScoreRange &range)
{
    if (m_model)
        return;
    m_resultsOf = modelHash;
    m_range = range;
    clearResults();
    emit resultsReset();
    emit modelChanged();
}

void Document::setModel(ModelInfo model, const QString &path, const ScoreRange &range)
{
    const bool same = m_resultsOf == model.hash;
    m_resultsOf = model.hash;
    m_model = std::move(model);
    m_modelPath = path;
    m_range = range;
    if (!same) {
        clearResults();
        emit resultsReset();
    }
    emit modelChanged();
}

void Document::setRange(const ScoreRange &range)
{
    m_range = range;
    for (ImageResult &result : m_results)
        result.verdict = verdictOf(result, range);
    emit rangeChanged();
}

bool Document::putScore(const ResultStamp &stamp, Inspection inspection, std::shared_ptr<const RegionList> regions)
{
    const int row = acceptedRow(stamp);
    if (row < 0)
        return false;
    ImageResult &result = m_results[static_cast<std::size_t>(row)];
    result = {ImageState::Scored, inspection.score, std::nullopt, {}, stamp, std::move(regions)};
    result.verdict = verdictOf(result, m_range);
    keep(row, std::move(inspection));
    emit resultChanged(row);
    return true;
}

bool Document::putFailure(const ResultStamp &stamp, const Error &error)
{
    const int row = acceptedRow(stamp);
    if (row < 0)
        return false;
    drop(row);
    m_results[static_cast<std::size_t>(row)] = {ImageState::Failed, 0.0, {}, error, stamp, nullptr};
    emit resultChanged(row);
    return true;
}

int Document::putKept(const std::vector<KeptScore> &scores)
{
    int taken = 0;
    for (const KeptScore &kept : scores) {
        const int row = acceptedRow(kept.stamp);
        if (row < 0 || result(row).state != ImageState::NotScored)
            continue;
        ImageResult &taking = m_results[static_cast<std::size_t>(row)];
        taking = {ImageState::Scored, kept.score, std::nullopt, {}, kept.stamp, nullptr};
        taking.verdict = verdictOf(taking, m_range);
        ++taken;
    }
    if (taken > 0)
        emit resultsReset();
    return taken;
}

bool Document::putInspection(const ResultStamp &stamp, Inspection inspection)
{
    const int row = acceptedRow(stamp);
    if (row < 0 || result(row).state != ImageState::Scored || result(row).stamp != stamp)
        return false;
    keep(row, std::move(inspection));
    emit inspectionKept(row);
    return true;
}

bool Document::putRegions(const ResultStamp &stamp, std::shared_ptr<const RegionList> regions)
{
    const int row = acceptedRow(stamp);
    if (row < 0 || result(row).state != ImageState::Scored || result(row).stamp != stamp)
        return false;
    m_results[static_cast<std::size_t>(row)].regions = std::move(regions);
    emit regionsListed(row);
    return true;
}

void Document::outdate(const std::vector<int> &rows)
{
    for (const int row : rows) {
        m_results[static_cast<std::size_t>(row)].outdated = true;
        m_results[static_cast<std::size_t>(row)].verdict.reset();
    }
    if (rows.size() == 1)
        emit resultChanged(rows.front());
    else if (!rows.empty())
        emit resultsReset();
}

void Document::forgetResult(int row)
{
    drop(row);
    m_results[static_cast<std::size_t>(row)] = {};
    emit resultChanged(row);
}

bool Document::wantsRegions(int row) const
{
    const ImageResult &one = result(row);
    return one.state == ImageState::Scored && !one.outdated && m_range.review && one.score >= *m_range.review &&
           (!one.regions || one.regions->threshold != *m_range.review);
}

bool Document::hasUnlistedRegions(int row) const
{
    const auto &regions = result(row).regions;
    return wantsRegions(row) && (!regions || regions->threshold > *m_range.review);
}

void Document::checkRevision(int row, const ImageRevision &revision)
{
    ImageResult &result = m_results[static_cast<std::size_t>(row)];
    if (result.state == ImageState::NotScored || result.stamp.revision == revision)
        return;
    forgetResult(row);
}

std::shared_ptr<const Inspection> Document::heldInspection(int row) const
{
    const auto held = std::ranges::find(m_kept, row, &Kept::row);
    return held == m_kept.end() ? nullptr : held->inspection;
}

std::shared_ptr<const Inspection> Document::inspection(int row)
{
    const auto found = std::find_if(m_kept.begin(), m_kept.end(), [row](const Kept &k) { return k.row == row; });
    if (found == m_kept.end())
        return nullptr;
    m_kept.splice(m_kept.begin(), m_kept, found);
    return m_kept.front().inspection;
}

Document::Counts Document::counts() const
{
    return countsAt(m_range);
}

Document::Counts Document::countsAt(const ScoreRange &range) const
{
    Counts counts;
    for (const ImageResult &r : m_results) {
        const auto verdict = verdictOf(r, range);
        counts.scored += r.state == ImageState::Scored;
        counts.failed += r.state == ImageState::Failed;
        counts.ok += verdict == Verdict::Ok;
        counts.review += verdict == Verdict::Review;
        counts.ng += verdict == Verdict::Ng;
    }
    return counts;
}

int Document::acceptedRow(const ResultStamp &stamp) const
{
    // A failure to read needs no model: its stamp may carry an empty hash.
    if (!stamp.modelHash.empty() && m_resultsOf != stamp.modelHash)
        return -1;
    return rowOf(stamp.image);
}

void Document::setInspectionBudget(std::size_t bytes)
{
    m_budget = bytes;
    shrink();
}

void Document::keep(int row, Inspection inspection)
{
    drop(row);
    m_keptBytes += bytesOf(inspection);
    m_kept.push_front({row, std::make_shared<const Inspection>(std::move(inspection))});
    shrink();
}

void Document::shrink()
{
    while (m_keptBytes > m_budget && m_kept.size() > 1)
        drop(m_kept.back().row);
}

void Document::drop(int row)
{
    const auto found = std::find_if(m_kept.begin(), m_kept.end(), [row](const Kept &k) { return k.row == row; });
    if (found == m_kept.end())
        return;
    m_keptBytes -= bytesOf(*found->inspection);
    m_kept.erase(found);
}

void Document::clearResults()
{
    m_results.assign(m_dataset.images.size(), {});
    m_kept.clear();
    m_keptBytes = 0;
}

} // namespace patina
