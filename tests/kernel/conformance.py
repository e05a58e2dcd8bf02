#!/usr/bin/python3
"""Jupyter's own tests of a kernel (jupyter_kernel_test), all of them, on the installed one."""

import unittest

import jupyter_kernel_test


class CourseCnnKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "coursecnn"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oh no");'

    completion_samples = [
        {"text": "Console.Wri", "matches": {"Write", "WriteLine"}},
        {"text": '"abc".ToUpp', "matches": {"ToUpper", "ToUpperInvariant"}},
        {"text": "#!ti", "matches": {"#!time"}},
    ]

    complete_code_samples = ["1 + 1", "var x = 3;", "int F(int n)\n{\n    return n;\n}", "#!time\n1 + 1"]
    incomplete_code_samples = ["int F(int n)\n{", "var x =", "Math.Max(1,", "if (true)", 'var s = """\nabc']
    invalid_code_samples = ["int x = ) 3;", 'var s = "abc;', "#!tim"]

    code_page_something = "Console?"
    code_generate_error = 'throw new Exception("no");'

    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "1 + 2 + 3", "result": "6"},
        {"code": 'string.Join(", ", new[] { "a", "b" })', "result": "a, b"},
    ]
    code_display_data = [
        {"code": "display(1);", "mime": "text/plain"},
        {"code": '"<b>x</b>".DisplayAs("text/html");', "mime": "text/html"},
    ]
    code_clear_output = "clearOutput();"

    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "1 ? 2*"

    code_inspect_sample = "Console.WriteLine"


if __name__ == "__main__":
    unittest.main()
