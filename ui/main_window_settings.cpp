#include "ui/actions.h"
#include "ui/canvas/canvas.h"
#include "ui/key_map.h"
#include "ui/language.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/models/recent_project_model.h"
#include "ui/session.h"

#include <QAction>
#include <QDockWidget>
#include <QScreen>

#include <algorithm>

namespace patina {

void MainWindow::restoreLayout()
{
    // With room for the frame; a scaled screen can be small.
    resize(QSize(1280, 800).boundedTo(screen()->availableGeometry().size() - QSize(2 * kGrid, 5 * kGrid)));
    arrangeDocks();
    m_usualLayout = saveState();
    restoreGeometry(m_settings.windowGeometry);
    restoreState(m_settings.windowLayout);
}

void MainWindow::resetLayout()
{
    restoreState(m_usualLayout);
    arrangeDocks();
    emit layoutReset();
}

void MainWindow::resizeTo(QSize size)
{
    resize(size);
    arrangeDocks();
}

/// In a narrow window the regions give way before the images do.
void MainWindow::arrangeDocks()
{
    const int images = std::clamp(width() * 9 / 40, 25 * kGrid, 36 * kGrid);
    const int regions = std::clamp(width() * 21 / 80, 28 * kGrid, 50 * kGrid);
    resizeDocks({m_imageDock, m_regionDock}, {images, regions}, Qt::Horizontal);
}

Settings MainWindow::currentSettings() const
{
    Settings settings = m_settings;
    settings.heatmap = m_actions->heatmap->isChecked();
    settings.outlines = m_actions->outlines->isChecked();
    settings.recent = m_recent->projects();
    m_heatPanel->store(settings);
    return settings;
}

void MainWindow::apply(const Settings &preferences)
{
    const Settings before = currentSettings();
    m_settings = preferences;
    m_settings.windowGeometry = before.windowGeometry;
    m_settings.windowLayout = before.windowLayout;
    m_settings.heatmap = before.heatmap;
    m_settings.outlines = before.outlines;
    m_settings.lastFolder = before.lastFolder;
    m_settings.lastModelFolder = before.lastModelFolder;
    m_settings.recent = before.recent;
    if (m_settings.theme != before.theme)
        applyTheme(m_settings.theme);
    if (m_settings.language != before.language)
        m_language->apply(m_settings.language);
    useSettings();
    storeSettings();
}

/// All but theme and language, which are wanted before there is a window.
void MainWindow::useSettings()
{
    m_actions->select(m_settings.theme);
    m_actions->selectLanguage(m_settings.language);
    m_actions->keys()->collect(this);
    m_actions->keys()->setChoices(m_settings.keys);
    m_heatPanel->use(m_settings);
    m_canvas->setOutlineWidth(m_settings.outlineWidth);
    m_session->setReader(m_settings.readerName);
    m_session->setScoring({m_settings.threads, m_settings.device.toStdString()});
    m_session->setPyramidBytes(std::int64_t{m_settings.tileCacheMiB} << 20);
    m_session->document().setInspectionBudget(static_cast<std::size_t>(m_settings.resultsMiB) << 20U);
    emit settingsApplied();
}

void MainWindow::useTheme(Theme theme)
{
    m_settings.theme = theme;
    m_actions->select(theme);
    applyTheme(theme);
    storeSettings();
}

void MainWindow::useLanguage(const QString &code)
{
    m_settings.language = code;
    m_actions->selectLanguage(code);
    m_language->apply(code);
    storeSettings();
}

void MainWindow::storeSettings()
{
    if (m_settingsFile.isEmpty())
        return;
    m_settings = currentSettings();
    emit storing();
    m_settings.windowGeometry = saveGeometry();
    m_settings.windowLayout = saveState();
    saveSettings(m_settings, m_settingsFile);
}

} // namespace patina
