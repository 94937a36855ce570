#pragma once

#include "ui/window_parts.h"

#include <QObject>
#include <QPointer>

class QAction;
class QWidget;

namespace patina {

class SynthesisPage;

/// The page of synthesis in the middle of the window, in place of images and docks, and the command that shows it.
class SynthesisFeature : public QObject
{
    Q_OBJECT
public:
    explicit SynthesisFeature(const WindowParts &parts);

private:
    void toggle(bool on);
    SynthesisPage *page();
    void hideOthers();
    void showOthers();
    void openAsProject(const QString &dataset);
    void aboutToStore();
    void retranslate();

    WindowParts m_parts;
    QAction *m_show = nullptr;
    QWidget *m_images = nullptr; ///< that the page stands in place of
    QPointer<SynthesisPage> m_page;
    QList<QPointer<QWidget>> m_hidden; ///< docks and tool bars
};

} // namespace patina
