using GutSkin.Samples.AssistantTools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// A server of the Model Context Protocol over standard input and output: an assistant asks the library instead of its memory. It keeps
// nothing: every call brings what is known of the person, and nothing of it is logged.
var builder = Host.CreateEmptyApplicationBuilder(null);
builder.Logging.AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
builder.Services.AddGutSkin();
builder.Services
    .AddMcpServer(options =>
    {
        options.ServerInfo = new() { Name = "gutskin", Version = "1.0.0" };
        options.ServerInstructions = """
            What studies link with skin: general information, an index and not a diagnosis. Ask with next_question, one page at a time, urgent signs
            first. Whatever 'urgent' holds comes before anything else that you say, in its own words. Never call the index a probability. Repeat the
            disclaimer. Do not say that all is well while 'triageComplete' is false.
            """;
    })
    .WithStdioServerTransport()
    .WithTools<SkinTools>(ToolJson.Options);
await builder.Build().RunAsync();
