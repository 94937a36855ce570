#pragma once

#include "ui/models/fuzzy_match.h"

#include <QAbstractListModel>
#include <QIcon>

#include <functional>
#include <optional>
#include <vector>

namespace patina {

/// Something that can be done now.
struct Command
{
    QString label; ///< "View: Fit"
    QString key;   ///< as people read it; empty: none
    QIcon icon;
    std::function<void()> run;
    qsizetype words = 0; ///< where its own begin in the label, behind those of its menu
};

/// The commands that a pattern of some letters finds, the best first.
class CommandModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { KeyRole = Qt::UserRole, PlacesRole }; ///< PlacesRole: QList<int>, the letters that were found

    using QAbstractListModel::QAbstractListModel;

    void setCommands(std::vector<Command> commands);
    void setPattern(const QString &pattern);
    /// A copy: what it does may change the model.
    Command command(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Found
    {
        std::size_t command = 0;
        int score = 0;
        QList<int> places;
    };
    std::optional<FuzzyMatch> match(const Command &command) const;
    void find();

    std::vector<Command> m_commands;
    QString m_pattern;
    std::vector<Found> m_found;
};

} // namespace patina
