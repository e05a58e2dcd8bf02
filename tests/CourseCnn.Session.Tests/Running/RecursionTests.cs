namespace CourseCnn.Session.Tests.Running;

public class RecursionTests : SessionTest
{
    [Theory]
    [InlineData("int F(int n) => F(n + 1) + 1;\nF(0)", "F called itself")]
    [InlineData("int G(int n) => H(n + 1) + 1;\nint H(int n) => G(n) + 1;\nG(0)", "G and H called each other")]
    [InlineData("class A { public int P => P + 1; }\nnew A().P", "A.P called itself")]
    [InlineData("class B { public override string ToString() => $\"{this}\"; }\nnew B().ToString()", "B.ToString called itself")]
    [InlineData("class B { public override string ToString() => $\"{this}\"; }\nConsole.Write(new B());", "B.ToString called itself")]
    [InlineData("class V { public static V operator +(V a, V b) => a + b; }\nnew V() + new V()", "An operator of V called itself")]
    [InlineData("Func<int, int> f = null;\nf = n => f(n + 1) + 1;\nf(0)", "A lambda called itself")]
    [InlineData(
        "class C : IComparable<C> { public int CompareTo(C o) => Comparer<C>.Default.Compare(this, o); }\n"
        + "new[] { new C(), new C() }.Order().ToList()",
        "C.CompareTo called itself")]
    [InlineData("class D { D other = new D(); }\nnew D()", "A constructor of D called itself")]
    [InlineData(
        "class E { public override bool Equals(object o) => o.Equals(this); public override int GetHashCode() => 1; }\n"
        + "new HashSet<E> { new E(), new E() }",
        "E.Equals called itself")]
    [InlineData("async Task<int> K(int n) => 1 + await K(n + 1);\nawait K(0)", "K called itself")]
    [InlineData("IEnumerable<int> It(int n) => It(n + 1).Select(x => x);\nIt(0)", "It called itself")]
    [InlineData("int R(int n) { try { return R(n + 1); } finally { Console.Write(\"\"); } }\nR(0)", "R called itself")]
    [InlineData("int F(int n) => F(n + 1) + 1;\nawait Task.Run(() => F(0))", "F called itself")]
    [InlineData("int F(int n) => F(n + 1) + 1;\nnew[] { 1 }.AsParallel().Select(F).ToList()", "F called itself")]
    public async Task Calls_without_end_are_an_error_that_costs_nothing(string code, string who)
    {
        await Value("var kept = 3;");
        var error = await Error(code);
        Assert.Equal("StackOverflow", error.Name);
        Assert.Contains(who, error.Message);
        Assert.InRange(error.Traceback.Count, 2, 30);
        Assert.NotNull(error.Line);
        Assert.Equal("3", await Value("kept"));
    }

    [Fact]
    public async Task The_chain_of_calls_is_shortened()
    {
        var error = await Error("int F(int n) => F(n + 1) + 1;\nvoid Begin() { F(0); }\nBegin();");
        Assert.Equal("In line 1:", error.Traceback[1]);
        Assert.Single(error.Traceback, line => line.StartsWith("… ") && line.EndsWith(" more calls like these"));
        Assert.Equal(">   3 | Begin();", error.Traceback[^1]);
        Assert.Equal(1, error.Line);
    }

    [Fact]
    public async Task Deep_recursion_that_ends_is_no_error()
    {
        Assert.Equal("50000", await Value("int Depth(int n) => n == 0 ? 0 : 1 + Depth(n - 1);\nDepth(50_000)"));
        Assert.Equal("2000", await Value("async Task<int> Deep(int n) => n == 0 ? 0 : 1 + await Deep(n - 1);\nawait Deep(2_000)"));
    }

    [Fact]
    public async Task A_thread_of_the_learners_that_overflows_ends_alone()
    {
        await Value("int F(int n) => F(n + 1) + 1;\nvar t = new System.Threading.Thread(() => F(0)); t.Start(); t.Join();");
        Assert.Contains("InsufficientExecutionStackException", Output.Error);
        Assert.Equal("2", await Value("1 + 1"));
    }

    [Fact]
    public async Task It_can_be_caught() =>
        Assert.Equal("True", await Value(
            "int F(int n) => F(n + 1) + 1;\nvar caught = false;\n"
            + "try { F(0); } catch (InsufficientExecutionStackException) { caught = true; }\ncaught"));
}
