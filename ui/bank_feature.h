#pragma once

#include "core/pipeline/model.h"
#include "ui/window_parts.h"

#include <QObject>

#include <vector>

class QAction;
class QDockWidget;

namespace patina {

class BankPanel;
class PlaceOpener;

/// The bank of the open model in a dock of its own: what it is made of, what of it is suspect, which versions there
/// are.
class BankFeature : public QObject
{
    Q_OBJECT
public:
    explicit BankFeature(const WindowParts &parts);

private:
    void addDock();
    void show();
    void goTo(const QString &dataset, const QString &image, const cv::Rect &area);
    void askList(const std::vector<SuspectRegion> &suspects);
    void saveList(const std::vector<SuspectRegion> &suspects, const QString &file);
    void say(const QString &sentence, bool isError);
    void retranslate();

    WindowParts m_parts;
    QDockWidget *m_dock = nullptr;
    BankPanel *m_panel = nullptr;
    PlaceOpener *m_places = nullptr;
    QAction *m_show = nullptr;
    bool m_seen = false; ///< the dock was shown
};

} // namespace patina
