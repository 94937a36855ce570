#pragma once

#include "ui/key_map.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <optional>
#include <vector>

namespace patina {

/// The keys of every action, to be edited: choices are gathered here and taken by the window when they are applied.
class KeyMapModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { CommandColumn, KeysColumn, ColumnCount };
    enum Role {
        NameRole = Qt::UserRole, ///< of the action
        ChosenRole,              ///< not the usual keys
        ConflictRole             ///< words of another action that has one of its keys; empty: none
    };

    /// \param keys not owned, outlives the model.
    explicit KeyMapModel(const KeyMap *keys, QObject *parent = nullptr);

    void setChoices(const KeyChoices &choices);
    const KeyChoices &choices() const { return m_choices; }

    QList<QKeySequence> keysOf(int row) const;
    /// The other action that a key belongs to, or that has a key which it begins with or which begins with it.
    std::optional<int> ownerOf(const QKeySequence &key, int apartFrom) const;
    /// Gives an action these keys and takes them from all others.
    void assign(int row, const QList<QKeySequence> &keys);
    void reset(int row);
    void resetAll();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void choicesChanged();

private:
    struct Item
    {
        QString name;
        QString words;
        QIcon icon;
        QList<QKeySequence> usual;
    };
    void choose(const Item &item, const QList<QKeySequence> &keys);
    void tell();

    std::vector<Item> m_items;
    KeyChoices m_choices;
};

} // namespace patina
