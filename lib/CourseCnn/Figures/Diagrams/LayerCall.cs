namespace CourseCnn.Figures.Diagrams;

/// <summary>A layer at work: what it got and what it made of it.</summary>
sealed record LayerCall(Module Layer, Tensor Input, Tensor Output);
