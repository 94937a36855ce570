#pragma once

namespace patina {

class Actions;
class Canvas;
class MainWindow;
class MessageStrip;
class RegionPanel;
class Session;
struct Settings;

/// What a feature of the window (a dock, a page, a dialog with its actions) is given: it adds itself, and the window
/// does not know what it does. None is owned; all outlive the feature, which is a child of the window.
struct WindowParts
{
    MainWindow *window = nullptr; ///< emits retranslated() and storing()
    Session *session = nullptr;
    Actions *actions = nullptr;
    Canvas *canvas = nullptr;
    MessageStrip *strip = nullptr;
    RegionPanel *regions = nullptr;
    Settings *settings = nullptr;
};

} // namespace patina
