#include "ui/jobs/result_keeper.h"

#include "core/base/sha256.h"
#include "ui/document/project_models.h"
#include "ui/text/path.h"

#include <algorithm>
#include <unordered_map>

namespace patina {

namespace {

constexpr int kSoonMs = 2000;

KeptScore keptOf(const std::string &modelHash, const std::filesystem::path &file, const ImageRevision &revision,
                 const ImageScore &score)
{
    return {{modelHash, file, revision, score.sha256}, score.score, score.verdict};
}

} // namespace

ResultKeeper::ResultKeeper(Document *document, ProjectDocument *project, QThreadPool *pool, QObject *parent)
    : QObject(parent), m_document(document), m_project(project), m_job(pool)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, &ResultKeeper::flush);
    connect(&m_job, &JobRunnerBase::runningChanged, this, &ResultKeeper::runningChanged);
    connect(document, &Document::resultChanged, this, &ResultKeeper::note);
    connect(document, &Document::datasetAboutToChange, this, &ResultKeeper::flush);
    connect(project, &ProjectDocument::projectAboutToChange, this, &ResultKeeper::flush);
    connect(project, &ProjectDocument::projectChanged, this, [this] {
        m_job.abandon();
        m_complained = false;
    });
}

ResultKeeper::~ResultKeeper()
{
    flush();
}

void ResultKeeper::load()
{
    if (!m_project->isOpen())
        return;
    flush();
    const auto models = m_project->project().scoringModels();
    if (!models) // damage is found, and told, by who keeps the backup
        return;
    const bool open = m_document->hasModel();
    const std::string chosen =
        open || !choosesModel(m_project->contents()) ? std::string() : modelInUse(m_project->contents());
    const std::string &wanted = open ? m_document->model().hash : chosen;
    const auto model = wanted.empty() ? models->begin() : std::ranges::find(*models, wanted, &ScoringModel::hash);
    const bool shown = model != models->end() && show(*model);
    if (!chosen.empty())
        emit modelWanted(fileOf(modelPath(m_project->contents(), chosen)), chosen);
    else if (!open && shown)
        emit modelWanted(fileOf(model->path), model->hash);
    else if (shown && m_project->canWrite() && model != models->begin())
        put({}); // the last used one from now on
}

QString ResultKeeper::fileOf(const std::string &stored) const
{
    return QString::fromStdString(m_project->project().fullPath(stored).string());
}

bool ResultKeeper::show(const ScoringModel &model)
{
    const auto scores = m_project->project().scores(model.hash);
    if (!scores || scores->empty())
        return false;
    if (!m_document->hasModel())
        m_document->showResultsOf(model.hash, {model.top, model.review, model.reject});
    const auto job = [hash = model.hash, candidates = candidatesOf(*scores)](const JobContext &context) {
        return Result<Checked>(compare(hash, candidates, context));
    };
    m_job.start(job, [this, hash = model.hash](Result<Checked> checked) {
        if (checked)
            take(hash, *std::move(checked));
    });
    return true;
}

void ResultKeeper::countingChanged()
{
    if (!m_job.running())
        return;
    m_job.abandon();
    load(); // the project has forgotten those that count in another way now
}

std::vector<ResultKeeper::Candidate> ResultKeeper::candidatesOf(const std::vector<ImageScore> &scores) const
{
    std::unordered_map<std::string_view, int> rows;
    for (int row = 0; row < m_document->imageCount(); ++row)
        rows.emplace(m_document->image(row).id, row);
    std::vector<Candidate> candidates;
    for (const ImageScore &score : scores)
        if (const auto row = rows.find(score.image); row != rows.end())
            candidates.push_back({m_document->image(row->second).path, score});
    return candidates;
}

ResultKeeper::Checked ResultKeeper::compare(const std::string &modelHash, const std::vector<Candidate> &candidates,
                                            const JobContext &context)
{
    Checked checked;
    for (const Candidate &candidate : candidates) {
        if (context.cancelled())
            break;
        const ImageRevision revision = imageRevisionOf(candidate.file);
        const ImageRevision before{candidate.score.bytes, candidate.score.modifiedMs};
        if (revision == before && revision.bytes >= 0)
            checked.current.push_back(keptOf(modelHash, candidate.file, revision, candidate.score));
        else if (revision.bytes == before.bytes)
            checked.toHash.push_back(candidate);
    }
    return checked;
}

ResultKeeper::Checked ResultKeeper::hash(const std::string &modelHash, const std::vector<Candidate> &candidates,
                                         const JobContext &context)
{
    Checked checked;
    for (const Candidate &candidate : candidates) {
        if (context.cancelled())
            break;
        const ImageRevision revision = imageRevisionOf(candidate.file);
        const auto sha256 = sha256OfFile(candidate.file, context);
        if (sha256 && *sha256 == candidate.score.sha256 && imageRevisionOf(candidate.file) == revision)
            checked.current.push_back(keptOf(modelHash, candidate.file, revision, candidate.score));
    }
    return checked;
}

void ResultKeeper::take(const std::string &modelHash, Checked checked)
{
    if (m_document->resultsOf() != modelHash)
        return;
    if (m_document->putKept(checked.current) > 0)
        emit loaded();
    if (checked.toHash.empty())
        return;
    const auto job = [modelHash, candidates = std::move(checked.toHash)](const JobContext &context) {
        return Result<Checked>(hash(modelHash, candidates, context));
    };
    m_job.start(job, [this, modelHash](Result<Checked> hashed) {
        if (!hashed || m_document->resultsOf() != modelHash)
            return;
        std::erase_if(hashed->current, [this](const KeptScore &kept) {
            const int row = m_document->rowOf(kept.stamp.image);
            return row < 0 || m_document->result(row).state != ImageState::NotScored; // scored anew meanwhile
        });
        put(hashed->current); // with their new times, so that they are not read the next time
        take(modelHash, {std::move(hashed->current), {}});
    });
}

void ResultKeeper::note(int row)
{
    const ImageResult &result = m_document->result(row);
    if (!m_project->canWrite() || !m_document->hasModel() || result.state != ImageState::Scored || result.outdated ||
        result.stamp.imageSha256.empty())
        return;
    m_rows.insert(row);
    if (!m_soon.isActive())
        m_soon.start();
}

ScoringModel ResultKeeper::present() const
{
    const ScoreRange &range = m_document->range();
    return {m_document->model().hash, m_project->project().storedPath(pathOf(m_document->modelPath())), range.top,
            range.review, range.reject};
}

void ResultKeeper::flush()
{
    m_soon.stop();
    std::vector<KeptScore> scores;
    for (const int row : m_rows) {
        if (row >= m_document->imageCount())
            continue;
        const ImageResult &result = m_document->result(row);
        if (result.state == ImageState::Scored && !result.outdated)
            scores.push_back({result.stamp, result.score, result.verdict});
    }
    m_rows.clear();
    if (!scores.empty())
        put(scores);
}

void ResultKeeper::put(const std::vector<KeptScore> &scores)
{
    if (!m_project->canWrite() || !m_document->hasModel())
        return;
    std::vector<ImageScore> kept;
    for (const KeptScore &score : scores) {
        const int row = m_document->rowOf(score.stamp.image);
        if (row >= 0 && score.stamp.modelHash == m_document->model().hash)
            kept.push_back({m_document->image(row).id, score.stamp.imageSha256, score.stamp.revision.bytes,
                            score.stamp.revision.modifiedMs, score.score, score.verdict});
    }
    const auto put = m_project->putScores(present(), kept);
    if (put || m_complained)
        return;
    m_complained = true;
    emit notKept(put.error());
}

} // namespace patina
