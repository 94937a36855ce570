<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Text</name>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>about %n s left</numerusform>
            <numerusform>about %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>about %n h left</numerusform>
            <numerusform>about %n h left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::ImagePanel</name>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::RegionPanel</name>
    <message numerus="yes">
        <source>%n regions are flagged. To decide what they are, make a project of the folder.</source>
        <translation>
            <numerusform>%n region is flagged. To decide what it is, make a project of the folder.</numerusform>
            <numerusform>%n regions are flagged. To decide what they are, make a project of the folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n regions are decided.</source>
        <translation>
            <numerusform>%1 of %n region is decided.</numerusform>
            <numerusform>%1 of %n regions are decided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n flagged images are reviewed.</source>
        <translation>
            <numerusform>%1 of %n flagged image is reviewed.</numerusform>
            <numerusform>%1 of %n flagged images are reviewed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::Session</name>
    <message numerus="yes">
        <source>%n problems were found in the folder; the first: %1</source>
        <translation>
            <numerusform>%n problem was found in the folder: %1</numerusform>
            <numerusform>%n problems were found in the folder; the first: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images were not scored; they are marked in the list.</source>
        <translation>
            <numerusform>%n image was not scored; it is marked in the list.</numerusform>
            <numerusform>%n images were not scored; they are marked in the list.</numerusform>
        </translation>
    </message>
</context>
</TS>
