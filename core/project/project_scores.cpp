#include "core/project/project_database.h"
#include "core/project/project_settings.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <array>
#include <cmath>

namespace patina::detail {

namespace {

constexpr int mostScoringModels = 8; ///< of the others, the least recently used, results are dropped
constexpr std::size_t hashDigits = 64;
constexpr std::array verdicts{Verdict::Ok, Verdict::Review, Verdict::Ng};

void bindOptional(SQLite::Statement &statement, int at, const std::optional<double> &value)
{
    if (value)
        statement.bind(at, *value);
    else
        statement.bind(at);
}

std::optional<double> optionalOf(const SQLite::Column &column)
{
    return column.isNull() || !std::isfinite(column.getDouble()) ? std::nullopt : std::optional(column.getDouble());
}

std::optional<Verdict> verdictOf(const SQLite::Column &column)
{
    const std::string word = column.getString();
    const auto found = std::ranges::find(verdicts, word, [](Verdict verdict) { return verdictName(verdict); });
    return found == verdicts.end() ? std::nullopt : std::optional(*found);
}

void putModel(SQLite::Database &database, const ScoringModel &model)
{
    SQLite::Statement put(database,
                          "INSERT OR REPLACE INTO scoringModels (hash, path, top, review, reject, used) VALUES "
                          "(?, ?, ?, ?, ?, (SELECT coalesce(max(used), 0) + 1 FROM scoringModels))");
    put.bind(1, model.hash);
    put.bind(2, model.path);
    put.bind(3, model.top);
    bindOptional(put, 4, model.review);
    bindOptional(put, 5, model.reject);
    put.exec();
}

void dropOldModels(SQLite::Database &database)
{
    SQLite::Statement drop(database, "DELETE FROM scoringModels WHERE hash NOT IN (SELECT hash FROM scoringModels "
                                     "ORDER BY used DESC, hash LIMIT ?)");
    drop.bind(1, mostScoringModels);
    if (drop.exec() > 0)
        database.exec("DELETE FROM scores WHERE model NOT IN (SELECT hash FROM scoringModels)");
}

} // namespace

void putScores(SQLite::Database &database, const ScoringModel &model, std::span<const ImageScore> scores)
{
    putModel(database, model);
    SQLite::Statement put(database, "INSERT OR REPLACE INTO scores (model, image, sha256, bytes, modifiedMs, score, "
                                    "verdict) VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (const ImageScore &score : scores) {
        put.bind(1, model.hash);
        put.bind(2, score.image);
        put.bind(3, score.sha256);
        put.bind(4, score.bytes);
        put.bind(5, score.modifiedMs);
        put.bind(6, score.score);
        if (score.verdict)
            put.bind(7, std::string(verdictName(*score.verdict)));
        else
            put.bind(7);
        put.exec();
        put.reset();
        put.clearBindings();
    }
    dropOldModels(database);
}

void forgetScoresUnder(SQLite::Database &database, const Edit &edit)
{
    if (const auto *zone = std::get_if<EditOf<Zone>>(&edit))
        for (const auto &one : {zone->before, zone->after})
            if (one) {
                SQLite::Statement forget(database, "DELETE FROM scores WHERE image = ?1 OR ?1 = ''");
                forget.bind(1, one->image);
                forget.exec();
            }
    const auto *setting = std::get_if<EditOf<Setting>>(&edit);
    if (setting != nullptr && (setting->before ? setting->before : setting->after)->name == minimumAreaSetting)
        database.exec("DELETE FROM scores");
}

std::vector<ScoringModel> readScoringModels(SQLite::Database &database)
{
    std::vector<ScoringModel> models;
    SQLite::Statement row(database, "SELECT hash, path, top, review, reject FROM scoringModels ORDER BY used DESC, "
                                    "hash LIMIT ?");
    row.bind(1, mostScoringModels);
    while (row.executeStep()) {
        ScoringModel model{row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getDouble(),
                           optionalOf(row.getColumn(3)), optionalOf(row.getColumn(4))};
        if (!model.hash.empty() && std::isfinite(model.top) && model.top > 0.0)
            models.push_back(std::move(model));
    }
    return models;
}

std::vector<ImageScore> readScores(SQLite::Database &database, const std::string &modelHash)
{
    std::vector<ImageScore> scores;
    SQLite::Statement row(database, "SELECT image, sha256, bytes, modifiedMs, score, verdict FROM scores WHERE model = "
                                    "? AND image IN (SELECT id FROM images) ORDER BY image");
    row.bind(1, modelHash);
    while (row.executeStep()) {
        ImageScore score{row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getInt64(),
                         row.getColumn(3).getInt64(),  row.getColumn(4).getDouble(), verdictOf(row.getColumn(5))};
        if (score.sha256.size() == hashDigits && std::isfinite(score.score))
            scores.push_back(std::move(score));
    }
    return scores;
}

} // namespace patina::detail
