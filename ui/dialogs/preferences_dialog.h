#pragma once

#include "ui/settings/settings.h"

#include <QDialog>

#include <vector>

class QDialogButtonBox;
class QListWidget;
class QStackedWidget;

namespace patina {

class KeyMap;
class PreferencesPage;

/// The options of the application by pages. Nothing is changed before OK or Apply.
class PreferencesDialog : public QDialog
{
    Q_OBJECT
public:
    /// \param keys not owned, outlives the dialog.
    PreferencesDialog(const Settings &settings, const KeyMap *keys, QWidget *parent = nullptr);

    /// The settings have become others elsewhere; what has been edited here and not applied is given up.
    void load(const Settings &settings);
    void showKeyboard();

signals:
    /// To be used and stored.
    void applied(const patina::Settings &settings);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addPage(PreferencesPage *page);
    Settings edited() const;
    void apply();
    void refresh();
    void retranslateUi();

    Settings m_settings;
    std::vector<PreferencesPage *> m_pages;
    QListWidget *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace patina
