"""Strings that try to be more than text: markup, scripts, links, formulas, controls, and tricks of encoding."""

from __future__ import annotations

__all__ = ["STRINGS"]

_RUN = "window.__ran=1"
_SCRIPTS = [
    f"<script>{_RUN}</script>", f"</script><script>{_RUN}</script>", f"</SCRIPT ><ScRiPt>{_RUN}</sCrIpT>", "<script src=http://evil.test/x.js></script>",
    f"<!--<script>{_RUN}//", f"--><script>{_RUN}</script>", f"]]><script>{_RUN}</script>", f"</title><script>{_RUN}</script>",
    f"</style><script>{_RUN}</script>", f"</textarea><script>{_RUN}</script>", f"<noscript><p title=\"</noscript><script>{_RUN}</script>\">",
    f"<svg><script>{_RUN}</script></svg>", f"<svg><script href=\"data:,{_RUN}\"/></svg>", f"<math><mtext></mtext><script>{_RUN}</script></math>",
]
_ELEMENTS = ["img src=x", "svg", "body", "iframe src=about:blank", "video src=x", "audio src=x", "input autofocus", "details open",
             "object data=x", "embed src=x", "marquee", "select autofocus", "textarea autofocus", "a href=x", "form", "style",
             "link rel=stylesheet href=http://evil.test/a.css", "button autofocus", "table background=http://evil.test/b"]
_EVENTS = ["onerror", "onload", "onfocus", "ontoggle", "onmouseover", "onclick", "onanimationstart"]
_HANDLERS = [f"<{element} {event}={_RUN}>" for element in _ELEMENTS for event in _EVENTS]
_ATTRIBUTES = [f"\" onmouseover=\"{_RUN}", f"' onmouseover='{_RUN}", f"` onmouseover=`{_RUN}", f"\"><img src=x onerror={_RUN}>", f"'><svg onload={_RUN}>",
               f"\" autofocus onfocus=\"{_RUN}\" x=\"", "x\" style=\"background:url(http://evil.test/c)", "\" href=\"http://evil.test"]
_URLS = [f"javascript:{_RUN}", f"JaVaScRiPt:{_RUN}", f"java\tscript:{_RUN}", f"data:text/html,<script>{_RUN}</script>", "http://evil.test/d",
         "//evil.test/e", "file:///etc/passwd", f"vbscript:{_RUN}", "href=http://evil.test", "<a href=\"http://evil.test/f\">x</a>",
         "<base href=http://evil.test/>", "<meta http-equiv=refresh content=\"0;url=http://evil.test/g\">", "@import url(http://evil.test/h);"]
_CODE = [f"';{_RUN};'", f"\";{_RUN};\"", f"${{{_RUN}}}", f"{{{{{_RUN}}}}}", f"{{% {_RUN} %}}", "{{ self.__init__.__globals__ }}", f"<%= {_RUN} %>",
         f"`;{_RUN};`", f"\\\";{_RUN}//", f"\\u003cscript\\u003e{_RUN}\\u003c/script\\u003e", f"*/{_RUN}/*", f"\u2028{_RUN}//", f"\u2029{_RUN}//",
         "__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "null", "undefined", "NaN", "[object Object]", "0", "-0", "true"]
_FORMULAS = ["=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "=HYPERLINK(\"http://evil.test\",\"x\")", "＝1+1"]
_CONTROLS = ["\x00", "a\x00b", "\x08\x1b[31m", "\u202e反向\u202c", "\u200b\u200d\ufeff", "\ud800", "\udfff末尾", "\U0001f9e8🏴‍☠️", "Ｚａｌｇｏ" + "\u0300" * 60,
             "\r\n\r\n", " ", "\\", "\\\\", "\"", "'", "<", ">", "&", "&lt;script&gt;", "&#60;script&#62;", "%3Cscript%3E", "<![CDATA[", "<?xml?>", "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;",
             "长" * 3000, "x" * 3000, "#v=table&f=x", "?a=b&c=d#e", "../../etc/passwd", "con", "a/b\\c:d*e?f\"g<h>i|j"]

#: More than two hundred strings, none of which may do anything but be read.
STRINGS = [*_SCRIPTS, *_HANDLERS, *_ATTRIBUTES, *_URLS, *_CODE, *_FORMULAS, *_CONTROLS]
