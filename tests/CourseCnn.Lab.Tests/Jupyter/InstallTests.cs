using System.Text.Json.Nodes;
using CourseCnn.Lab.Jupyter.Install;

namespace CourseCnn.Lab.Tests.Jupyter;

[Collection(InstalledKernel.Collection)]
public sealed class InstallTests(InstalledKernel installed) : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("a place ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_kernelspec_tells_clients_all_they_need()
    {
        var spec = JsonNode.Parse(File.ReadAllBytes(Path.Combine(installed.SpecFolder, "kernel.json")))!;
        Assert.Equal(
            ("C# (CourseCnn)", "C#", "message"),
                ((string?)spec["display_name"], (string?)spec["language"], (string?)spec["interrupt_mode"]));
        Assert.Equal(["kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"], Directory.GetFiles(installed.SpecFolder)
            .Select(Path.GetFileName).Order());
        Assert.Contains(installed.SpecFolder, installed.Said);
        Assert.DoesNotContain("longer to start", installed.Said);
    }

    [Fact]
    public async Task Installing_again_while_a_kernel_runs_does_not_break_it()
    {
        using var kernel = new RunningKernel(installed);
        kernel.Client.Execute("var x = 1;");
        var place = new InstallPlace(installed.JupyterFolder, installed.CopiesFolder);
        var old = Assert.Single(Directory.GetDirectories(installed.CopiesFolder));

        // A newer version, as far as its content goes.
        Assert.Contains(new KernelInstaller(place, Folders(), target => Copy(old, target, "newer")).Install(),
            line => line.Contains("go on as they are"));
        Assert.Equal(2, Directory.GetDirectories(installed.CopiesFolder).Length);
        Assert.Contains(
            "Write", kernel.Client.Ask("complete_request", new() { ["code"] = "Console.Wri" }).Content["matches"]!.ToJsonString());
        Assert.Equal("1", kernel.Client.Execute("x").Value);
        using (var newer = new RunningKernel(installed))
        {
            Assert.Equal("2", newer.Client.Execute("1 + 1").Value);
            Assert.Equal(0, await newer.ShutDownAsync());
        }

        Assert.Equal(0, await kernel.ShutDownAsync());
        Assert.Single(new KernelInstaller(place, Folders(), target => Copy(old, target, "newer")).Install());
        Assert.NotEqual(old, Assert.Single(Directory.GetDirectories(installed.CopiesFolder)));
    }

    [Fact]
    public void Uninstall_removes_exactly_what_install_made()
    {
        var place = new InstallPlace(Path.Combine(folder, "jupyter"), Path.Combine(folder, "data", "CourseCnn", "kernels"));
        Directory.CreateDirectory(Path.Combine(folder, "data", "CourseCnn", "packages"));
        File.WriteAllText(Path.Combine(folder, "data", "CourseCnn", "history.jsonl"), "");
        var before = Tree();
        Directory.CreateDirectory(Path.Combine(folder, "jupyter", "kernels", "other"));

        var installer = new KernelInstaller(place, Folders(), Fake("one"));
        Assert.Single(installer.Install());
        Assert.Contains("Removed", Assert.Single(installer.Uninstall()));
        Directory.Delete(Path.Combine(folder, "jupyter"), recursive: true);
        Assert.Equal(before, Tree());
        Assert.Contains("There is no kernel", Assert.Single(installer.Uninstall()));
    }

    [Fact]
    public void Kernels_in_several_folders_have_nothing_to_do_with_each_other()
    {
        InstallPlace[] places =
        [
            InstallPlace.OfUser(Folders(("JUPYTER_DATA_DIR", Path.Combine(folder, "a")))),
            InstallPlace.OfUser(Folders(("JUPYTER_DATA_DIR", Path.Combine(folder, "b")))),
        ];
        foreach (var place in places)
            Assert.Single(new KernelInstaller(place, Folders(), Fake("one")).Install());
        Assert.Single(new KernelInstaller(places[0], Folders(), Fake("two")).Install());
        Assert.True(File.Exists(KernelSpec.Program(places[1].SpecFolder)));
        Assert.Single(new KernelInstaller(places[0], Folders(), Fake("one")).Uninstall());
        Assert.True(File.Exists(KernelSpec.Program(places[1].SpecFolder)));
        Assert.Single(new KernelInstaller(places[1], Folders(), Fake("one")).Uninstall());
        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void What_others_put_beside_the_kernelspec_stays()
    {
        var place = Place();
        var installer = new KernelInstaller(place, Folders(), Fake("one"));
        Assert.Single(installer.Install());
        File.WriteAllText(Path.Combine(place.SpecFolder, "kernel.js"), "");
        Assert.Single(installer.Uninstall());
        Assert.Equal(["kernel.js"], Directory.GetFiles(place.SpecFolder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_kernel_of_somebody_elses_is_left_alone()
    {
        var place = Place();
        Directory.CreateDirectory(place.SpecFolder);
        File.WriteAllText(Path.Combine(place.SpecFolder, "kernel.json"), "{\"argv\":[\"python3\",\"-m\",\"other\"]}");
        Assert.Contains("left as it is",
            Assert.Throws<InstallException>(() => new KernelInstaller(place, Folders(), Fake("one")).Uninstall().ToList()).Message);
        Assert.Contains("Another kernel is called coursecnn",
            Assert.Throws<InstallException>(() => new KernelInstaller(place, Folders(), Fake("one")).Install().ToList()).Message);
        Assert.StartsWith("{\"argv\":[\"python3\"", File.ReadAllText(Path.Combine(place.SpecFolder, "kernel.json")));
    }

    [Fact]
    public void A_kernel_that_is_found_first_elsewhere_is_pointed_out()
    {
        var shadow = Path.Combine(folder, "elsewhere", "kernels", "coursecnn");
        Directory.CreateDirectory(shadow);
        File.WriteAllText(Path.Combine(shadow, "kernel.json"), "{}");
        var folders = Folders(("JUPYTER_PATH", Path.Combine(folder, "elsewhere")), ("JUPYTER_DATA_DIR", Path.Combine(folder, "jupyter")));
        var said = new KernelInstaller(InstallPlaceOf(folders), folders, Fake("one")).Install().ToList();
        Assert.Contains(said, line => line.Contains($"finds another kernel of this name first: {shadow}"));
    }

    [Fact]
    public void A_failed_build_leaves_nothing_and_the_old_kernel_in_place()
    {
        var place = Place();
        Assert.Single(new KernelInstaller(place, Folders(), Fake("one")).Install());
        var before = Tree();
        Assert.Throws<InstallException>(
            () => new KernelInstaller(place, Folders(), _ => throw new InstallException("no")).Install().ToList());
        Assert.Equal(before, Tree());
    }

    [Fact]
    public void A_slower_build_says_so() =>
        Assert.Contains(
            new KernelInstaller(Place(), Folders(), target => !Fake("one")(target)).Install(), line => line.Contains("longer to start"));

    [Fact]
    public void A_place_that_cannot_be_written_is_named()
    {
        File.WriteAllText(Path.Combine(folder, "file"), "");
        var place = new InstallPlace(Path.Combine(folder, "file"), Path.Combine(folder, "copies"));
        Assert.Contains("cannot be installed there",
            Assert.Throws<InstallException>(() => new KernelInstaller(place, Folders(), Fake("one")).Install().ToList()).Message);
    }

    InstallPlace Place() => new(Path.Combine(folder, "jupyter"), Path.Combine(folder, "copies", "CourseCnn", "kernels"));

    static InstallPlace InstallPlaceOf(JupyterFolders folders) => new(folders.User, Path.Combine(folders.User, "copies"));

    static Func<string, bool> Fake(string content) => target =>
    {
        File.WriteAllText(Path.Combine(target, "CourseCnn.Lab.dll"), content);
        return true;
    };

    static bool Copy(string from, string to, string difference)
    {
        foreach (var file in Directory.GetFiles(from).Where(file => Path.GetFileName(file) != "running.lock"))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(to, "difference.txt"), difference);
        return true;
    }

    static JupyterFolders Folders(params (string Name, string Value)[] variables) =>
        new(Platform.Linux, name => variables.FirstOrDefault(variable => variable.Name == name).Value, "/home/ada");

    List<string> Tree() => [.. Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order()];
}
