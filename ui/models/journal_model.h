#pragma once

#include "core/project/journal.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QTimer>

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

namespace patina {

class ProjectDocument;

/// The journal of the open project, the latest entry first. Nothing is read until it is wanted; then the latest entries
/// are there at once and the others follow while the window goes on. Empty during a second reading: it would tell what
/// the first reader has said.
class JournalModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NumberColumn, WhenColumn, WhoColumn, WhatColumn, ColumnCount };
    static constexpr int NumberRole = Qt::UserRole; ///< qint64
    static constexpr std::int64_t kAtOnce = 5000;   ///< entries, some 10 ms

    /// \param project not owned, outlives the model. \param atOnce entries that are read before the window goes on.
    explicit JournalModel(const ProjectDocument *project, QObject *parent = nullptr, std::int64_t atOnce = kAtOnce);

    /// Somebody looks at it from now on, or does not any more.
    void setWanted(bool wanted);
    /// Nothing of the journal is still to come.
    bool isComplete() const { return m_older == 0; }
    /// What could not be read, in words; empty: all could.
    QString problem() const { return m_problem; }
    const JournalLine &line(int row) const { return m_lines.at(static_cast<std::size_t>(row)); }
    /// 0: there is none.
    std::int64_t lastNumber() const { return m_lines.empty() ? 0 : m_lines.front().number; }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void loaded(); ///< lines came in, or could not be read

private:
    void begin();
    void readOlder();
    void readNewer();
    std::optional<std::vector<JournalLine>> read(std::int64_t first, std::int64_t most);
    const QString &actionWords(const std::string &action) const;
    QString text(const JournalLine &line, int column) const;

    const ProjectDocument *m_project = nullptr;
    std::int64_t m_atOnce;
    std::deque<JournalLine> m_lines;
    mutable std::unordered_map<std::string, QString> m_words; ///< of actions, in the language of the window
    std::int64_t m_older = 0;                                 ///< entries before the earliest that was read
    bool m_wanted = false;
    bool m_begun = false; ///< what is there is the present project's
    QTimer m_next;
    QString m_problem;
};

/// Entries that have some text, and of one image where that is asked for.
class JournalFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit JournalFilterModel(QObject *parent = nullptr);

    /// \param numbers of the entries that are shown; none: all.
    void setNumbers(std::optional<std::set<std::int64_t>> numbers);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    std::optional<std::set<std::int64_t>> m_numbers;
};

} // namespace patina
