using System.Net.Sockets;
using System.Text.Json.Nodes;
using CourseCnn.Lab.Jupyter.Wire;

namespace CourseCnn.Lab.Tests.Jupyter;

public class HostileClientTests : KernelTest
{
    [Fact]
    public void Ten_thousand_bad_messages_are_dropped_and_the_kernel_goes_on()
    {
        var random = new Random(1);
        var liar = new WireFormat("another key");
        for (var i = 0; i < 10_000; i++)
            Client.SendRaw(Bad(i, random, liar));

        Assert.Equal("2", Client.Execute("1 + 1").Value);
        Assert.True(Client.IsAlive());
        Assert.Contains(Log, text => text.Contains("10000 dropped so far"));
        Assert.InRange(Log.Count, 100, 300);
    }

    IEnumerable<byte[]> Bad(int i, Random random, WireFormat liar)
    {
        var frames = Client.Frames("execute_request", new JsonObject { ["code"] = "System.IO.File.WriteAllText(\"harm\", \"done\")" });
        switch (i % 5)
        {
            case 0: // Malformed.
                return Enumerable.Range(0, random.Next(1, 12)).Select(_ =>
                {
                    var bytes = new byte[random.Next(0, 50)];
                    random.NextBytes(bytes);
                    return bytes;
                }).ToList();
            case 1: // Truncated between frames.
                return frames.Take(random.Next(1, frames.Length));
            case 2: // Truncated within one.
                var cut = random.Next(1, frames.Length);
                frames[cut] = frames[cut][..(frames[cut].Length / 2)];
                return cut > 0 && frames[cut].Length > 0 ? frames : frames.Take(3);
            case 3: // Wrongly signed.
                return liar.Write([], new("execute_request", new() { ["code"] = "1" }, Parent: null));
            default: // Oversized: far more frames than a message has, or a frame that no learner writes.
                return i % 500 == 4 ? [.. frames.Take(5), new byte[1 << 20]] : frames.Take(1).Concat(Enumerable.Repeat(frames[2], 1_100));
        }
    }

    [Fact]
    public void Bytes_that_are_no_protocol_at_all_do_no_harm()
    {
        var random = new Random(2);
        int[] ports = [Connection.ShellPort, Connection.IopubPort, Connection.StdinPort, Connection.ControlPort, Connection.HeartbeatPort];
        foreach (var port in ports)
        {
            for (var i = 0; i < 20; i++)
            {
                using var socket = new TcpClient("127.0.0.1", port);
                var bytes = new byte[random.Next(1, 2_000)];
                random.NextBytes(bytes);
                if (i % 2 == 0)
                    bytes[0] = 0xFF; // As a greeting starts.
                Send(socket, bytes);
            }
        }

        Assert.Equal("2", Client.Execute("1 + 1").Value);
        Assert.True(Client.IsAlive());
        using var late = new TestClient(Connection);
        Assert.Equal("3", late.Execute("1 + 2").Value);
        Assert.Equal("ok", late.AskControl("kernel_info_request").Status);
    }

    static void Send(TcpClient socket, byte[] bytes)
    {
        try
        {
            socket.GetStream().Write(bytes);
        }
        catch (IOException)
        {
            // The kernel has hung up.
        }
    }

    [Fact]
    public void A_frame_beyond_all_measure_is_not_taken_in_and_others_are_served()
    {
        var connection = Connection;
        using (var giant = new TestClient(connection))
            giant.SendRaw([.. giant.Frames("execute_request").Take(5), new byte[FrameReader.MostBytesInFrame + 1]]);
        Assert.Equal("2", Client.Execute("1 + 1").Value);
    }

    [Fact]
    public void A_client_that_vanishes_in_the_middle_of_a_cell_leaves_the_kernel_to_the_others()
    {
        string id;
        using (var guest = new TestClient(Connection))
        {
            id = guest.Start("var kept = 1; for (var i = 0; i < 200; i++) { Console.WriteLine(i); await Task.Delay(1); } kept = 2;");
            guest.Next(heard => heard.Type == "stream");
        }

        Assert.Equal("idle", Client.HearUntilIdle(id)[^1].Word);
        Assert.Equal("2", Client.Execute("kept").Value);
    }

    [Fact]
    public void A_client_that_vanishes_while_it_is_asked_leaves_a_cell_that_can_be_interrupted()
    {
        string id;
        using (var guest = new TestClient(Connection))
        {
            id = guest.Start("Console.ReadLine();");
            guest.NextQuestion();
        }

        Client.AskControl("interrupt_request");
        Client.Next(heard => heard.ParentId == id && heard.Word == "idle");
        Assert.Equal("2", Client.Execute("1 + 1").Value);
    }

    [Fact]
    public void Two_clients_on_one_kernel_each_get_their_replies_and_both_see_everything()
    {
        using var second = new TestClient(Connection);
        var ids = Enumerable.Range(0, 20).Select(i => (First: Client.Start($"{i}"), Second: second.Start($"{i} + 100"))).ToList();
        for (var i = 0; i < ids.Count; i++)
        {
            Assert.Equal($"{i}", Client.Hear(ids[i].First).Value);
            Assert.Equal($"{i + 100}", second.Hear(ids[i].Second).Value);
        }

        var last = second.Start("Console.Write(\"for all\");");
        Assert.Equal("for all", Client.Next(heard => heard.ParentId == last && heard.Type == "stream").Text("text"));
    }

    [Fact]
    public async Task A_kernel_waits_for_an_address_that_another_is_about_to_leave()
    {
        var connection = TestConnection.New();
        var other = new TcpListener(System.Net.IPAddress.Loopback, connection.ShellPort);
        other.Start();
        var binding = Task.Run(() => new Sockets(connection, new WireFormat(connection.Key), Log.Enqueue));
        await Task.Delay(100);
        Assert.False(binding.IsCompleted);
        other.Stop();
        using var sockets = await binding;
    }
}
