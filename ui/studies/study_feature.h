#pragma once

#include "ui/window_parts.h"

#include <QObject>

#include <memory>

class QAction;
class QWidget;

namespace patina {

class PagePlace;
class StudyEngine;
class StudyPanel;

/// The page of studies, and the command that shows it.
class StudyFeature : public QObject
{
    Q_OBJECT
public:
    /// Nothing where the engine does not study.
    static void add(const WindowParts &parts, PagePlace *pages);

private:
    StudyFeature(const WindowParts &parts, PagePlace *pages, std::shared_ptr<const StudyEngine> engine);

    StudyPanel *createPage(QWidget *parent);
    void retranslate();

    WindowParts m_parts;
    std::shared_ptr<const StudyEngine> m_engine;
    QAction *m_show = nullptr;
};

} // namespace patina
