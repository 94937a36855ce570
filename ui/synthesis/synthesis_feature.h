#pragma once

#include "ui/window_parts.h"

#include <QObject>

class QAction;
class QWidget;

namespace patina {

class PagePlace;
class SynthesisPage;

/// The page of synthesis, and the command that shows it.
class SynthesisFeature : public QObject
{
    Q_OBJECT
public:
    SynthesisFeature(const WindowParts &parts, PagePlace *pages);

private:
    SynthesisPage *createPage(QWidget *parent);
    void openAsProject(const QString &dataset);
    void retranslate();

    WindowParts m_parts;
    QAction *m_show = nullptr;
};

} // namespace patina
