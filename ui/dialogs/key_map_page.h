#pragma once

#include "ui/dialogs/preferences_page.h"

class QKeySequence;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace patina {

class KeyMap;
class KeyMapModel;

/// Every command with its keys: found by its words or by a key, given another key, or none.
class KeyMapPage : public PreferencesPage
{
    Q_OBJECT
public:
    /// \param keys not owned, outlives the page.
    explicit KeyMapPage(const KeyMap *keys, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override { return QStringLiteral("keyboard"); }
    void load(const Settings &settings) override;
    void store(Settings &settings) const override;
    void retranslate() override;

private:
    void createList();
    QWidget *createEditor();
    void renewModel();
    /// -1: none.
    int currentRow() const;
    QKeySequence pressed() const;
    void refresh();

    const KeyMap *m_keys = nullptr;
    KeyMapModel *m_model = nullptr;
    QSortFilterProxyModel *m_found = nullptr;
    QLineEdit *m_search = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_pressLabel = nullptr;
    QKeySequenceEdit *m_press = nullptr;
    QPushButton *m_set = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_none = nullptr;
    QPushButton *m_reset = nullptr;
    QPushButton *m_resetAll = nullptr;
    QLabel *m_conflict = nullptr;
};

} // namespace patina
