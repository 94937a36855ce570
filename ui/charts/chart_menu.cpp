#include "ui/charts/chart.h"
#include "ui/charts/chart_numbers.h"
#include "ui/charts/chart_plot.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>

namespace patina {

void Chart::createActions()
{
    m_exportPng = createAction(QStringLiteral("chartExportPng"), [this] { askAndExport(ChartFormat::Png); });
    m_exportSvg = createAction(QStringLiteral("chartExportSvg"), [this] { askAndExport(ChartFormat::Svg); });
    m_exportPdf = createAction(QStringLiteral("chartExportPdf"), [this] { askAndExport(ChartFormat::Pdf); });
    m_exportCsv = createAction(QStringLiteral("chartExportCsv"), [this] { askAndExport(ChartFormat::Csv); });
    m_copy = createAction(QStringLiteral("chartCopyPicture"), [this] { copyPicture(); });
    m_copy->setShortcut(QKeySequence::Copy);
    m_reset = createAction(QStringLiteral("chartResetZoom"), [this] { resetZoom(); });
    m_log = createAction(QStringLiteral("chartLogAxis"), [this] { switchLog(); });
    m_log->setCheckable(true);
}

QAction *Chart::createAction(const QString &name, const std::function<void()> &triggered)
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, triggered);
    addAction(action);
    return action;
}

void Chart::retranslateUi()
{
    m_exportPng->setText(tr("Export as &PNG..."));
    m_exportSvg->setText(tr("Export as &SVG..."));
    m_exportPdf->setText(tr("Export as P&DF..."));
    m_exportCsv->setText(tr("Export numbers as &CSV..."));
    m_copy->setText(tr("C&opy picture"));
    m_reset->setText(tr("&Reset zoom"));
    m_log->setText(m_switched == ChartAxisSide::Vertical ? tr("&Logarithmic vertical axis")
                                                         : tr("&Logarithmic horizontal axis"));
    describe();
}

/// What a screen reader says of it after its name.
void Chart::describe()
{
    QStringList parts;
    if (m_empty)
        parts << m_emptyText;
    else
        parts << tr("%n series", nullptr, static_cast<int>(m_content->count()));
    for (std::size_t i = 0; i < m_marks.all().size(); ++i)
        if (m_active != i)
            parts << m_marks.spoken(i, m_x.unit, m_theme.locale);
    // The line that keys move comes first.
    if (m_active && *m_active < m_marks.all().size())
        parts.prepend(m_marks.spoken(*m_active, m_x.unit, m_theme.locale));
    if (const QString text = parts.join(QStringLiteral(". ")); text != accessibleDescription())
        setAccessibleDescription(text);
}

QMenu *Chart::createMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("chartMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_exportPng, m_exportSvg, m_exportPdf, m_exportCsv, m_copy});
    menu->addSeparator();
    menu->addActions({m_reset, m_log});
    for (QAction *action : {m_exportPng, m_exportSvg, m_exportPdf, m_exportCsv, m_copy, m_log})
        action->setEnabled(!m_empty);
    m_log->setChecked(axis(m_switched).log);
    if (m_content->count() < 2)
        return menu;
    QMenu *series = menu->addMenu(tr("S&eries"));
    series->setObjectName(QStringLiteral("chartSeriesMenu"));
    for (std::size_t s = 0; s < m_content->count(); ++s) {
        QAction *entry = series->addAction(m_content->name(s).replace(QLatin1Char('&'), QLatin1String("&&")));
        entry->setCheckable(true);
        entry->setChecked(m_content->shown(s));
        connect(entry, &QAction::toggled, this, [this, s] { toggleSeries(s); });
    }
    return menu;
}

void Chart::contextMenuEvent(QContextMenuEvent *event)
{
    letGo();
    showPointer({});
    createMenu()->popup(event->globalPos());
    event->accept();
}

void Chart::copyPicture()
{
    QGuiApplication::clipboard()->setImage(picture());
}

void Chart::switchLog()
{
    ChartAxis x = m_x;
    ChartAxis y = m_y;
    ChartAxis &switched = m_switched == ChartAxisSide::Horizontal ? x : y;
    switched.log = !switched.log;
    const bool log = switched.log;
    setAxes(x, y);
    emit logChanged(log);
}

void Chart::askAndExport(ChartFormat format)
{
    struct Kind
    {
        QString suffix;
        QString filter;
    };
    const Kind kind = format == ChartFormat::Png   ? Kind{QStringLiteral(".png"), tr("PNG pictures (*.png)")}
                      : format == ChartFormat::Svg ? Kind{QStringLiteral(".svg"), tr("SVG drawings (*.svg)")}
                      : format == ChartFormat::Pdf ? Kind{QStringLiteral(".pdf"), tr("PDF documents (*.pdf)")}
                                                   : Kind{QStringLiteral(".csv"), tr("CSV files (*.csv)")};
    QString name = m_title.isEmpty() ? tr("chart") : m_title;
    for (QChar &letter : name)
        if (!letter.isLetterOrNumber())
            letter = QLatin1Char('-');
    QString file = QFileDialog::getSaveFileName(this, tr("Export the chart"), name + kind.suffix, kind.filter);
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += kind.suffix;
    exportTo(file, format);
}

} // namespace patina
