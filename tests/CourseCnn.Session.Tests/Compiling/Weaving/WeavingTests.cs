namespace CourseCnn.Session.Tests.Compiling.Weaving;

/// <summary>Woven code does what the code as written does.</summary>
public class WeavingTests : SessionTest
{
    [Theory]
    [InlineData("var s = 0; for (var i = 0; i < 5; i++) { if (i == 1) continue; if (i == 4) break; s += i; }\ns", "5")]
    [InlineData("var s = 0; var i = 0; do { s += i; } while (++i < 5);\ns", "10")]
    [InlineData("var s = 0; foreach (var x in new[] { 1, 2, 3 }) foreach (var y in new List<int> { x, x }) s += y;\ns", "12")]
    [InlineData("var i = 0; again: i++; if (i < 5) goto again;\ni", "5")]
    [InlineData(
        "int F(int n) { switch (n) { case 0: goto case 2; case 1: return 1; case 2: n++; goto default; default: if (n < 9) { n++; "
        + "goto default; } return n; } }\nF(0)",
        "9")]
    [InlineData(
        "var s = \"\"; for (var i = 0; i < 3; i++) try { if (i == 1) throw new Exception(); s += i; } catch { s += 'c'; } "
        + "finally { s += 'f'; }\ns",
        "0fcf2f")]
    [InlineData(
        "var s = 0; try { while (true) { try { while (true) { if (++s > 3) throw new Exception(); } } finally { s += 10; } } } "
        + "catch { s += 100; }\ns",
        "114")]
    [InlineData("int F() { while (true) { try { return 1; } finally { for (var i = 0; i < 3; i++) { } } } }\nF()", "1")]
    [InlineData("int F() { var n = 0; while (true) { try { n++; if (n < 3) continue; break; } catch { } } return n; }\nF()", "3")]
    [InlineData(
        "var n = 0; while (true) try { if (++n < 4) throw new ArgumentException(); break; } "
        + "catch (ArgumentException) when (n < 9) { }\nn",
        "4")]
    [InlineData("var n = 0; try { } finally { while (n < 3) n++; }\nn", "3")]
    [InlineData(
        "IEnumerable<int> It() { try { for (var i = 0; i < 3; i++) yield return i; } finally { Console.Write(\"end\"); } }\nIt().Sum()",
        "3")]
    [InlineData(
        "IEnumerable<int> It() { var i = 0; while (true) { try { yield return i++; } finally { i++; } } }\nIt().Take(3).Sum()",
        "6")]
    [InlineData(
        "async IAsyncEnumerable<int> It() { for (var i = 0; i < 3; i++) { await Task.Yield(); yield return i; } }\n"
        + "var s = 0; await foreach (var x in It()) s += x;\ns",
        "3")]
    [InlineData("async Task<int> F(int n) { if (n == 0) return 0; await Task.Yield(); return 1 + await F(n - 1); }\nawait F(5)", "5")]
    [InlineData(
        "async Task<int> F() { var n = 0; while (true) { try { await Task.Yield(); if (++n < 3) throw new Exception(); return n; } "
        + "catch { } } }\nawait F()",
        "3")]
    [InlineData("var s = 0; for (var i = 0; i < 3; i++) { await Task.Yield(); s += i; }\ns", "3")]
    [InlineData(
        "unsafe int F() { var p = stackalloc int[4]; for (var i = 0; i < 4; i++) p[i] = i; var s = 0; for (var q = p; q < p + 4; "
        + "q++) s += *q; return s; }\nF()",
        "6")]
    [InlineData(
        "int F() { Span<int> s = stackalloc int[3]; s.Fill(2); var n = 0; foreach (ref var x in s) { x++; n += x; } return n; }\nF()",
        "9")]
    [InlineData(
        "unsafe int F() { var a = new[] { 1, 2 }; fixed (int* p = a) { var s = 0; for (var i = 0; i < 2; i++) s += p[i]; return s; } "
        + "}\nF()",
        "3")]
    [InlineData(
        "ref int Largest(int[] a) { ref var m = ref a[0]; for (var i = 1; i < a.Length; i++) if (a[i] > m) m = ref a[i]; return ref m; "
        + "}\nvar a = new[] { 1, 5, 2 }; Largest(a) = 9;\na[1]",
        "9")]
    [InlineData("unsafe int F() { delegate*<int, int> f = &G; return f(2); static int G(int x) => x + 1; }\nF()", "3")]
    [InlineData(
        "class T { public static readonly int[] Squares = Make(); static int[] Make() { var a = new int[4]; for (var i = 0; i < 4; "
        + "i++) a[i] = i * i; return a; } }\nT.Squares[3]",
        "9")]
    [InlineData("class T { static T() { for (var i = 0; i < 4; i++) N += i; } public static int N; }\nT.N", "6")]
    [InlineData(
        "T Most<T>(IEnumerable<T> all) where T : IComparable<T> { var m = all.First(); "
        + "foreach (var x in all) if (x.CompareTo(m) > 0) m = x; return m; }\nMost(new[] { 1, 3, 2 })",
        "3")]
    [InlineData(
        "record P(int X) { public P Next() => this with { X = X + 1 }; }\nvar p = new P(0); while (p.X < 3) p = p.Next();\np == new P(3)",
        "True")]
    [InlineData(
        "record struct V(int X) { public static V operator +(V a, V b) => new(a.X + b.X); "
        + "public static implicit operator V(int x) => new(x); }\nV v = 1; for (var i = 0; i < 3; i++) v += i;\nv.X",
        "4")]
    [InlineData(
        "class C { int[] a = new int[3]; public int this[int i] { get { while (i > 2) i -= 3; return a[i]; } "
        + "set { foreach (var _ in a) { } a[i % 3] = value; } } }\nvar c = new C(); c[4] = 7;\nc[1]",
        "7")]
    [InlineData(
        "class C { public event Action E { add { for (var i = 0; i < 2; i++) value(); } remove { } } }\n"
        + "var n = 0; new C().E += () => n++;\nn",
        "2")]
    [InlineData(
        "string F(string s) => s switch { \"one\" => \"1\", \"two\" => \"2\", \"three\" => \"3\", \"four\" => \"4\", \"five\" => "
        + "\"5\", \"six\" => \"6\", \"seven\" => \"7\", _ => \"?\" };\nF(\"six\") + F(\"\")",
        "6?")]
    [InlineData("(from x in new[] { 3, 1, 2 } where x > 1 orderby x select x * x).Aggregate((a, b) => a * 10 + b)", "49")]
    [InlineData(
        "int F(params ReadOnlySpan<int> xs) { var s = 0; foreach (var x in xs) s += x; return s; }\nint[] a = [1, 2]; F([.. a, .. a, 3])",
        "9")]
    [InlineData(
        "int F() { lock (new object()) { for (var i = 0; ; i++) { using var m = new System.IO.MemoryStream(); if (i == 3) return i; } "
        + "} }\nF()",
        "3")]
    [InlineData("int F(int n) { int G(int m) { for (; m > 0; m--) n++; return n; } return G(n); }\nF(4)", "8")]
    [InlineData("var f = (int n) => { var s = 0; while (n-- > 0) s += n; return s; };\nf(4)", "6")]
    [InlineData(
        "interface I { int N => 1; static abstract int M(int x); }\n"
        + "class A : I { public static int M(int x) { while (x < 5) x++; return x; } }\nint F<T>() where T : I => T.M(0);\nF<A>()",
        "5")]
    [InlineData(
        "var s = \"\"; foreach (var (k, v) in new Dictionary<int, string> { [1] = \"a\", [2] = \"b\" }) s += $\"{k}{v}\";\ns",
        "1a2b")]
    [InlineData("object o = 5; var n = 0; while (o is int and > 0) o = (int)o - 1 is var m && ++n > 0 ? m : 0;\nn", "5")]
    public async Task A_value_is_what_it_would_be_without_checks(string code, string expected) => Assert.Equal(expected, await Value(code));

    /// <summary>A branch that was short must reach over the checks put between.</summary>
    [Fact]
    public async Task Long_methods_keep_their_branches()
    {
        var body = string.Concat(Enumerable.Range(0, 200).Select(
            i => $"for (var i{i} = 0; i{i} < 2; i{i}++) if (s % 3 != {i % 3}) s += {i}; else s = Math.Abs(s - {i});\n"));
        var expected = 0;
        for (var i = 0; i < 200; i++)
            for (var j = 0; j < 2; j++)
                expected = expected % 3 != i % 3 ? expected + i : Math.Abs(expected - i);
        Assert.Equal($"{expected}", await Value($"int F() {{ var s = 0; {body} return s; }}\nF()"));
    }

    [Theory]
    [InlineData("var a = new int[1];\nfor (var i = 0; i < 3; i++)\n{\n    var j = i;\n    a[Math.Max(j, 0)] = int.Parse(\"x\");\n}", 5)]
    [InlineData("int F(int n)\n{\n    while (true)\n        if (n-- == 0)\n            throw new Exception();\n}\nF(3)", 5)]
    [InlineData(
        "async Task F()\n{\n    foreach (var i in new[] { 1, 2 })\n        try { await Task.Yield(); }\n"
        + "        finally { i.ToString(\"Q\"); }\n}\nawait F();",
        5)]
    [InlineData("Func<int, int> f =\n    x =>\n        1 / x;\nnew[] { 0 }.Select(f).ToList()", 3)]
    public async Task An_error_names_its_line(string code, int line) => Assert.Equal(line, (await Error(code)).Line);
}
