using CourseCnn.Lab.Jupyter.Install;

namespace CourseCnn.Lab.Tests.Jupyter;

public class JupyterFoldersTests
{
    [Theory]
    [InlineData("Linux", "", "/home/ada/.local/share/jupyter")]
    [InlineData("Linux", "XDG_DATA_HOME=/data", "/data/jupyter")]
    [InlineData("Linux", "XDG_DATA_HOME=/data;JUPYTER_DATA_DIR=/mine", "/mine")]
    [InlineData("Linux", "XDG_DATA_HOME=;JUPYTER_DATA_DIR=", "/home/ada/.local/share/jupyter")]
    [InlineData("MacOS", "XDG_DATA_HOME=/data", "/home/ada/Library/Jupyter")]
    [InlineData("MacOS", "JUPYTER_DATA_DIR=/mine", "/mine")]
    [InlineData("Windows", "APPDATA=/roaming", "/roaming/jupyter")]
    [InlineData("Windows", "", "/home/ada/AppData/Roaming/jupyter")]
    public void The_users_folder_follows_Jupyters_rules(string platform, string variables, string expected) =>
        Assert.Equal(expected, Folders(platform, variables).User.Replace('\\', '/'));

    [Fact]
    public void Folders_are_searched_in_Jupyters_order() => Assert.Equal(
        ["/one", "/two", "/home/ada/.local/share/jupyter", "/env/share/jupyter", "/usr/local/share/jupyter", "/usr/share/jupyter"],
        Folders("Linux", "JUPYTER_PATH=/one:/two;VIRTUAL_ENV=/env").Searched.Select(path => path.Replace('\\', '/')));

    [Fact]
    public void On_Windows_a_semicolon_divides_and_the_machines_folder_is_searched_last()
    {
        var folders = new JupyterFolders(Platform.Windows,
            name => name switch { "JUPYTER_PATH" => @"C:\one;D:\two", "PROGRAMDATA" => "/programs", _ => null }, "/home/ada");
        Assert.Equal([@"C:\one", @"D:\two"], folders.Searched.Take(2));
        Assert.Equal("/programs/jupyter", folders.Searched.Last().Replace('\\', '/'));
    }

    [Theory]
    [InlineData("VIRTUAL_ENV=/venv;CONDA_PREFIX=/conda", "/venv")]
    [InlineData("CONDA_PREFIX=/conda", "/conda")]
    [InlineData("", null)]
    public void The_active_environment_is_found(string variables, string? expected) =>
        Assert.Equal(expected, Folders("Linux", variables).PythonPrefix);

    [Fact]
    public void A_prefix_holds_the_kernelspec_and_the_program()
    {
        var place = InstallPlace.OfPrefix("/opt/here");
        Assert.Equal(
            ("/opt/here/share/jupyter/kernels/coursecnn", "/opt/here/share/coursecnn/kernels"),
            (place.SpecFolder.Replace('\\', '/'), place.CopiesFolder.Replace('\\', '/')));
    }

    static JupyterFolders Folders(string platform, string variables)
    {
        var values = variables.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return new(Enum.Parse<Platform>(platform), name => values.GetValueOrDefault(name), "/home/ada");
    }
}
